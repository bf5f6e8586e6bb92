"""The form page and the dialog: one POST per action on the form, answered by the form drawn again.

Everything the user typed travels in the POST, so nothing is lost when the server refuses: the transaction is rolled
back and the same form comes back with the reasons at their fields. See `core.views.state`.
"""
import json
import secrets
from urllib.parse import quote

from core import views
from core.exceptions import AccessError, MissingError, RedirectWarning, UserError
from core.http import Response, request
from core.http.rpc import public_method
from core.views.search import evaluate

from . import chatter, deletion, workflow_bar
from .form_lines import LineActions
from .form_lookup import LookUp, discarded, picked
from .page import WebPage, action_url, as_dialog, flash, name_crumbs, render_template, translate as _


class _Form(LineActions, LookUp):
    """What the page and the dialog share: reading the POST, performing its action."""

    env = view = record = action_context = None
    is_posted = False
    #: the token of this form: what it saves is saved once, however often it is sent
    once = ""

    def has_files(self):
        """Whether the form uploads files, which need the costlier encoding."""
        return any(widget.node.type in ("binary", "image") for widget in self.view.widgets.values())

    # -- state -------------------------------------------------------------------------------------

    def _fresh_state(self):
        if self.record:
            return views.FormState.of_record(self.view, self.record)
        return views.FormState.of_defaults(self.view, self.record)

    def _posted_state(self, form):
        state = views.FormState.of_record(self.view, self.record) if self.record else views.FormState.empty(self.view, self.record)
        state.load(form.get("__state") or "{}")
        theirs = []
        if "__resolve" in form:
            theirs = [name for name in self.view.widgets if form.get(f"__keep.{name}") == "theirs"]
            state.accept_theirs(theirs)
        state.apply_form(_FormData(form, request.httprequest.files), ignored=theirs)
        return state

    # -- actions ------------------------------------------------------------------------------------------

    def act(self, form):
        self.is_posted = True
        self.once = (form.get("__once") or "")[:_TOKEN_LENGTH]
        action = form.get("__action") or "save"
        state = self._posted_state(form)
        if not request.is_htmx:
            state.catch_up()
        row, action = self._row_of(state, action)
        kind, _colon, argument = action.partition(":")
        handler = getattr(self, f"_do_{kind}", None) if kind in _ACTIONS else None
        if handler is None:
            raise UserError(_("The page asked for something this form cannot do."), hint=_("Reload the page."))
        before = self.record
        try:
            return handler(state, argument, form) if row is None else self._press_row(state, row, argument)
        except (UserError, RedirectWarning) as error:
            if not before:
                self.record = before  # what this request made goes with it
            if isinstance(error, MissingError) and self.record and not self._still_there():
                raise
            return self._refused(state, error)

    def _still_there(self):
        self.env.cr.rollback()
        return bool(self.record.exists())

    @staticmethod
    def _row_of(state, action):
        """`order_line.12.button:name` is a button of a line: (field, key) and `button:name`."""
        head, _colon, _rest = action.partition(":")
        parts = head.split(".")
        if len(parts) == 3 and parts[0] in state.view.sublists:
            return (parts[0], parts[1]), action[len(parts[0]) + len(parts[1]) + 2:]
        return None, action

    def _refused(self, state, error):
        """Nothing was changed: the same form again, with the reasons."""
        self.env.cr.rollback()
        self._mark_field(state, error)
        conflict = error if isinstance(error, views.Conflict) else None
        message = {"kind": "danger", "text": str(error.args[0]), "title": _refusal_title(error), "hint": getattr(error, "hint", None) or "",
                   "links": self._problem_links(state)}
        return self.draw(state, messages=[message], conflict=conflict, focus=_first(message["links"]), status=200 if request.is_htmx else 422)

    def _mark_field(self, state, error):
        """Put a refusal at the field it is about: of the form, or of the line that was refused."""
        name, records = getattr(error, "field", None), getattr(error, "records", None)
        text = str(error.args[0])
        if not name:
            return
        if records is None or records._name == self.view.model:
            if name in self.view.widgets:
                state.errors.setdefault(name, text)
            return
        for field, sublist in self.view.sublists.items():
            if sublist.model == records._name and name in sublist.widgets:
                for row in state.values.get(field) or ():
                    if row.id in records.ids:
                        row.errors.setdefault(name, text)
                        row.editing = True

    # saving and buttons

    def _save(self, state):
        """True when saved; False when the form has errors to show."""
        if not state.check():
            return False
        self.record = state.save()
        if state.merged_with:
            flash(_("%s changed other fields meanwhile. Both changes are kept.", state.merged_with))
        if self.record._name == "res.users" and self.record.id == self.env.uid:
            # The session follows the user's own settings at once.
            settings = self.env["res.users"].context_get()
            request.session.context = {key: settings[key] for key in ("lang", "tz") if settings[key]}
        return True

    def _do_open(self, state, argument, form):
        """A line of a table that is not edited in place, or a new one (`new`), in a dialog of its own."""
        name, sublist, key = self._lines_of(argument)
        widget = self.view.widgets[name]
        if not self._save(state):
            return self._incomplete(state)
        _domain, context = self._look_up_rules(widget, views.FormState.of_record(self.view, self.record).scope())
        if sublist.inverse:
            context[f"default_{sublist.inverse}"] = self.record.id
        return self.record_dialog(sublist.model, record_id=int(key) if key.isdigit() else None, context=context, title=widget.node.label)

    def _do_button(self, state, method, form):
        if method not in {button.method for button in self.view.buttons if button.type == "object"}:
            public_method(self.record, method)  # an unknown or private method is named as such
        if not self._save(state):
            return self._incomplete(state)
        context = self._button_context(method)
        result = self._call(self.record, method, context)
        if isinstance(result, dict) and result.get("type") == "ir.actions.act_window" and isinstance(result.get("context") or {}, dict):
            # What the button says about the way it was pressed also holds for the dialog it opens.
            result = {**result, "context": {**_spoken(context), **(result.get("context") or {})}}
        return self._after(result)

    def _call(self, record, method, context):
        public_method(record, method)
        return getattr(record.with_context(**context), method)()

    def _button_context(self, method):
        source = next((button.context for button in self.view.buttons if button.method == method and button.context), "")
        context = evaluate(source, {"id": self.record.id, "active_id": self.record.id, "uid": self.env.uid,
                                    "context": dict(self.env.context)}) if source else {}
        return {"active_id": self.record.id, "active_ids": self.record.ids, "active_model": self.record._name, **context}

    def _do_action(self, state, argument, form):
        if not self._save(state):
            return self._incomplete(state)
        if not argument.isdigit() or int(argument) not in {int(b.method) for b in self.view.buttons if b.type == "action" and b.method.isdigit()}:
            raise UserError(_("This action is not offered here."))
        return self._after(run_action(self.env, int(argument), self.record, self._button_context(argument)))

    def _do_step(self, state, name, form):
        if not self._save(state):
            return self._incomplete(state)
        return self._after(workflow_bar.run_step(self.record, name))

    def _incomplete(self, state):
        self.env.cr.rollback()
        message = {"kind": "danger", "title": _("Not saved yet"), "text": _("Some fields need your attention:"), "hint": "",
                   "links": self._problem_links(state)}
        return self.draw(state, messages=[message], focus=_first(message["links"]), status=200 if request.is_htmx else 422)


    def record_dialog(self, model, *, record_id=None, context=None, title="", pick=""):
        """A record in a dialog over this page, whose unsaved changes stay as they are.

        :param pick: the field that shows the record once the dialog saved it
        """
        return WizardPage(_without(self.env), model, record_id=record_id, context=context, title=title, back=self._return_address(),
                          pick=pick).show()


_ACTIONS = frozenset(
    """onchange add edit cancel duplicate move paste remove open done search quick lookup create record button action step save delete copy
    archive unarchive special restore""".split())
_SAVES_REMEMBERED = 8
_TOKEN_LENGTH = 16


class FormPage(_Form, WebPage):
    """A record's page."""

    has_changes = False

    def __init__(self, env, crumbs, context):
        WebPage.__init__(self, env, crumbs)
        action = self.action
        defaults = action.evaluated_context(env(context={**env.context, **context}))
        context = {**{key: value for key, value in defaults.items() if not key.startswith("search_default_")}, **context}
        self.env = env(context={**env.context, **context})
        self.url = self.crumbs[-1].url
        record_id = self.crumbs[-1].record_id
        self.record = self.env[action.model].browse(record_id if isinstance(record_id, int) else None)
        self.view = self.env["ir.ui.view"]._compiled(action.model, "form", action.views.get("form"))
        if self.record and not self.record.exists():
            raise MissingError(_("This record does not exist any more."), hint=_("Somebody may have deleted it. Go back to the list."))

    def show(self):
        if self.record:
            self.record.check_access("read")
        else:
            self.record.check_access("create")
        return self.draw(self._fresh_state())

    def _editable(self):
        operation = "write" if self.record else "create"
        return self.view.allows("edit" if self.record else "create") and self.record.has_access(operation)

    def draw(self, state, *, messages=(), conflict=None, focus="", status=200):
        state.record = self.record
        S = state.scope(self)
        S.readonly = not self._editable()
        self.workflow = workflow_bar.WorkflowBar(self.record)
        self.has_changes = state.is_dirty
        self.once = self.once or secrets.token_urlsafe(9)
        name_crumbs(self.env, self.crumbs)
        body = self.view.render(S)
        main = render_template(
            "form.html", page=self, S=S, body=body, state=state.dump(), dirty=state.is_dirty and self.is_posted, focus=focus,
            version=state.stored_version, readonly=S.readonly, may_create=self.view.allows("create") and self.record.has_access("create"),
            may_delete=bool(self.record) and self.view.allows("delete") and self.record.has_access("unlink"),
            has_active="active" in self.record._fields, archived=bool(self.record) and "active" in self.record._fields and not self.record.active,
            conflict=self._conflict_rows(conflict, state) if conflict else None, conflict_who=conflict.who if conflict else "",
            bound=self._bound_actions(), chatter=None if self.view.has_chatter else self.render_slot(S, "chatter"), query=_query(),
            history=self.record if chatter.has_chatter(self.record) else None,
        )
        return self.respond(main, messages=messages, status=status)

    def _conflict_rows(self, conflict, state):
        S = state.scope(self)
        rows = []
        for name, (theirs, mine) in conflict.fields.items():
            widget = self.view.widgets[name]
            rows.append({"name": name, "label": widget.node.label, "theirs": widget.text(theirs, S), "mine": widget.text(mine, S)})
        return rows

    def _bound_actions(self):
        if not self.record:
            return []
        bindings = self.env["ir.actions.actions"].get_bindings(self.record._name)
        return [
            {**action, "report": kind == "report"} for kind in ("action", "report") for action in bindings.get(kind, ())
            if "form" in (action.get("binding_view_types") or "list,form") and action.get("type") != "ir.actions.client"
        ]

    # -- page: what the compiled view asks ------------------------------------------------------------

    def refusals(self, S, method):
        # With unsaved changes the stored record says nothing: the button saves first, and may then be allowed.
        return None if self.has_changes else self.workflow.refusals(method)

    def render_slot(self, S, name):
        if name == "header":
            return self.workflow.step_buttons({button.method for button in self.view.buttons})
        if name == "chatter":
            return chatter.render_place(self.record, "history" in request.httprequest.args)
        if name == "statusbar":
            return self.workflow.status_bar()
        return ""

    # -- actions of the page ------------------------------------------------------------------------------

    def _do_save(self, state, argument, form):
        saved = request.session.get("saved") or {}
        if self.once in saved:  # pressed twice, or sent again because the answer was lost
            return request.redirect(saved[self.once])
        if not self._save(state):
            return self._incomplete(state)
        if self.once:
            request.session["saved"] = {**dict(list(saved.items())[-_SAVES_REMEMBERED:]), self.once: self._record_url()}
        return self._to_record()

    def _do_restore(self, state, argument, form):
        """What the browser kept of an earlier visit."""
        when = (form.get("__at") or "")[:40]
        message = {"kind": "info", "title": _("Unsaved changes are back"), "hint": "",
                   "text": _("What you typed here on %s had not been saved. Save it now, or discard it.", when)}
        return self.draw(state, messages=[message])

    def _do_delete(self, state, argument, form):
        """Asks first; the dialog's answer goes to `/web/delete`."""
        return deletion.ask(self.record, back=self._parent_url(), here=self._record_url())

    def _do_copy(self, state, argument, form):
        copy = self.record.copy()
        return request.redirect(f"{self._parent_url()}/{copy.id}")

    def _do_archive(self, state, argument, form):
        self.record.action_archive()
        return self._to_record()

    def _do_unarchive(self, state, argument, form):
        self.record.action_unarchive()
        return self._to_record()

    def _do_special(self, state, argument, form):
        return self._do_save(state, "", form) if argument == "save" else self._to_record()

    def _do_action(self, state, argument, form):
        if argument.isdigit() and int(argument) in {action["id"] for action in self._bound_actions()}:
            if not self._save(state):
                return self._incomplete(state)
            return self._after(run_action(self.env, int(argument), self.record, self._button_context(argument)))
        return super()._do_action(state, argument, form)

    def _parent_url(self):
        return self.crumbs[-2].url if len(self.crumbs) > 1 and self.crumbs[-2].action is self.action else self.url.rsplit("/", 1)[0]

    def _record_url(self):
        return self.url if self.crumbs[-1].record_id == self.record.id else f"{self.url.rsplit('/', 1)[0]}/{self.record.id}"

    def _to_record(self):
        return request.redirect(self._record_url())

    _return_address = _record_url

    def _after(self, result):
        return follow(self.env, result, base=self._record_url(), back=self._record_url())


class WizardPage(_Form, WebPage):
    """A form in a dialog (`target="new"`): a wizard, or a record shown without leaving the page."""

    uid = "dialog-"

    def __init__(self, env, model, *, view_id=None, record_id=None, context=None, title="", back="/app", pick=""):
        """
        :param back: address of the page underneath
        :param pick: the field of that page that takes the record over once it is saved
        """
        WebPage.__init__(self, env, (), title)
        if model not in env.registry:
            raise UserError(_("The model %s does not exist.", model))
        self.env = env(context={**env.context, **(context or {})})
        self.context = context or {}
        self.model = model
        self.record = self.env[model].browse(record_id or None)
        if record_id and not self.record.exists():
            raise MissingError(_("This dialog is too old. Close it and start again."))
        self.view_id = view_id or None
        self.view = self.env["ir.ui.view"]._compiled(model, "form", self.view_id)
        self.back, self.pick = back, pick

    def show(self):
        (self.record if self.record else self.record).check_access("read" if self.record else "create")
        return self.draw(self._fresh_state())

    def draw(self, state, *, messages=(), conflict=None, focus="", status=200):
        state.record = self.record
        S = state.scope(self)
        S.readonly = bool(self.record) and not self.record.has_access("write")
        self.workflow = workflow_bar.WorkflowBar(self.record if self.record else self.record.browse())
        main = render_template(
            "dialog.html", page=self, body=self.view.render(S), state=state.dump(), focus=focus, messages=messages, title=self.title,
            csrf_token=request.csrf_token(), fields={
                "__model": self.model, "__view": self.view_id or "", "__id": self.record.id or "", "__title": self.title,
                "__context": json.dumps(self.context, default=_jsonable), "__back": self.back, "__pick": self.pick,
            }, has_footer=self.view.has_footer)
        return as_dialog(self.env, main, title=self.title, status=status)

    def _return_address(self):
        return self.back

    def refusals(self, S, method):
        return None

    def _do_save(self, state, argument, form):
        if not self._save(state):
            return self._incomplete(state)
        return picked(self.record, self.pick, self.back) if self.pick else close_dialog(self.back)

    def _do_special(self, state, argument, form):
        if argument == "save":
            return self._do_save(state, "", form)
        return discarded(self.back) if self.pick else close_dialog(self.back)

    def _after(self, result):
        default = (lambda: self.draw(self._fresh_state())) if self.pick else (lambda: close_dialog(self.back))
        return follow(self.env, result, base=self.back.split("?")[0], back=self.back, default=default)


# -- following what a method answers ---------------------------------------------------------------------------


def follow(env, result, *, base, back, default=None):
    """The response to what a button's method answered: stay, go somewhere, or open a dialog.

    :param base: address of the page the button stands on; what it opens lies below
    :param back: address to return to
    """
    if not isinstance(result, dict) or not result.get("type"):
        return default() if default else request.redirect(back)
    kind = result["type"]
    if kind == "ir.actions.act_window":
        return _follow_window(env, result, base, back)
    if kind == "ir.actions.act_window_close":
        return default() if default else request.redirect(back)
    if kind == "ir.actions.act_url":
        return _leave(result.get("url") or back)
    if kind == "ir.actions.report":
        return _leave(_report_url(result))
    if kind == "ir.actions.server":
        action = env["ir.actions.server"].browse(result["id"])
        return follow(env, action.run(), base=base, back=back, default=default)
    if kind == "ir.actions.client":
        return _follow_client(env, result, base, back, default)
    return request.redirect(back)


def _follow_window(env, action, base, back):
    if action.get("target") == "new":
        view_id = next((view for view, kind in action.get("views") or () if kind == "form" and view), None)
        view_id = view_id or _id_of(action.get("view_id"))
        context = action.get("context") or {}
        if isinstance(context, str):
            context = evaluate(context, {"uid": env.uid, "context": dict(env.context), "active_id": env.context.get("active_id"),
                                         "active_ids": env.context.get("active_ids")})
        inherited = {key: env.context[key] for key in ("active_id", "active_ids", "active_model") if key in env.context}
        return WizardPage(
            _without(env), action["res_model"], view_id=view_id, record_id=action.get("res_id") or None, context={**inherited, **context},
            title=action.get("name") or "", back=back).show()
    return request.redirect(action_url(env, action, base if action.get("target") not in ("main", "fullscreen") else "/app"))


def _without(env):
    """The environment without the defaults of the page underneath: a dialog gets its own context only."""
    return env(context={key: value for key, value in env.context.items() if not key.startswith(("default_", "search_default_"))})


def _spoken(context):
    return {key: value for key, value in context.items() if key not in ("active_id", "active_ids", "active_model")}


def _id_of(value):
    return value[0] if isinstance(value, (list, tuple)) and value else value if isinstance(value, int) else None


def _follow_client(env, action, base, back, default):
    params = action.get("params") or {}
    if action.get("tag") == "display_notification":
        flash(params.get("message") or "", params.get("type") or "info", params.get("title") or "")
        if params.get("next"):
            return follow(env, params["next"], base=base, back=back, default=default)
    return default() if default else request.redirect(back)


def _report_url(action):
    ids = (action.get("context") or {}).get("active_ids") or action.get("ids") or []
    kind = {"qweb-pdf": "pdf", "qweb-html": "html", "qweb-text": "text"}.get(action.get("report_type"), "html")
    return f"/report/{kind}/{quote(action['report_name'])}/{','.join(map(str, ids))}"


def _leave(url):
    """Go to an address that is no page of ours, or a download."""
    if request.is_htmx:
        response = Response("", status=204)
        response.headers["HX-Redirect"] = url
        return response
    return request.redirect(url, local=url.startswith("/"))


def close_dialog(back):
    return request.redirect(back)


def run_action(env, action_id, records, context=None):
    """Start an action record on records: server actions run, windows answer their dictionary."""
    base = env["ir.actions.actions"].sudo().browse(action_id).exists()
    if not base:
        raise MissingError(_("This action does not exist any more."))
    context = context or {"active_id": records[:1].id, "active_ids": records.ids, "active_model": records._name}
    kind = base.type
    action = env[kind].with_context(**context).browse(action_id)
    if kind == "ir.actions.server":
        return action.run()
    values = dict(action.sudo()._get_action_dict())
    if kind == "ir.actions.report":
        values["ids"] = records.ids
        return values
    inner = values.get("context") or {}
    if isinstance(inner, str):
        inner = evaluate(inner, {"uid": env.uid, "context": context, **context})
    values["context"] = {**context, **inner}
    if isinstance(values.get("domain"), str):
        values["domain"] = evaluate(values["domain"], {"uid": env.uid, "context": values["context"], **context})
    return values


class _FormData:
    """The POST's fields and files under one roof."""

    def __init__(self, form, files):
        self._form, self.files = form, files
        self.get, self.getlist = form.get, form.getlist

    def __contains__(self, key):
        return key in self._form


def _first(links):
    """The field that gets the focus when several are wrong."""
    return links[0]["name"] if links else ""


def _refusal_title(error):
    if isinstance(error, views.Conflict):
        return _("Changed by somebody else")
    return _("No access") if isinstance(error, AccessError) else _("Not done")


def _query():
    text = request.httprequest.query_string.decode("ascii", "ignore")
    return f"?{text}" if text else ""


def _jsonable(value):
    return value.ids if hasattr(value, "ids") else str(value)


