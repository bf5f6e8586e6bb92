"""Model methods over JSON-RPC, for external programs."""
from core.http import Controller, request, route
from core.http.rpc import call_kw, outside_context


class DataController(Controller):

    def _readonly(self):
        return False

    @route(["/web/dataset/call_kw", "/web/dataset/call_kw/<path:path>"], type="json", auth="user")
    def call_kw(self, model, method, args, kwargs, path=None):
        return call_kw(request.env, model, method, args, kwargs)

    @route(["/web/dataset/call_button", "/web/dataset/call_button/<path:path>"], type="json", auth="user")
    def call_button(self, model, method, args, kwargs, path=None):
        action = call_kw(request.env, model, method, args, kwargs)
        return action if isinstance(action, dict) and action.get("type") else False

    @route("/web/action/load", type="json", auth="user", readonly=True)
    def load_action(self, action_id, context=None):
        env = request.env(context={**request.env.context, **outside_context(context or {})})
        if isinstance(action_id, str) and not action_id.isdigit():
            return env["ir.actions.actions"]._for_xml_id(action_id) if "." in action_id else False
        if not str(action_id).isdigit():
            return False
        base = env["ir.actions.actions"].sudo().browse(int(action_id)).exists()
        return env[base.type].sudo().browse(base.id)._get_action_dict() if base else False
