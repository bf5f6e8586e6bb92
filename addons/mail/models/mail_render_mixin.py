"""Texts with placeholders, rendered for records: `{{ object.name }}` in one-line fields, QWeb in bodies."""
import re

from markupsafe import Markup

from core import _, api, fields, models
from core.exceptions import UserError
from core.tools import format_amount, format_date, format_datetime, is_html_empty
from core.tools.safe_eval import safe_eval

_PLACEHOLDER = re.compile(r"\{\{(.+?)(?:\|\|\|\s*(.*?))?\}\}", re.DOTALL)


class MailRenderMixin(models.AbstractModel):
    _name = "mail.render.mixin"
    _description = "Mail Render Mixin"
    _unrestricted_rendering = False

    lang = fields.Char("Language", help="Language of the text, e.g. {{ object.partner_id.lang }}")
    render_model = fields.Char("Rendering Model", compute="_compute_render_model", store=False)

    def _compute_render_model(self):
        self.render_model = False

    @api.model
    def _render_eval_context(self):
        """Names every template may use besides `object`."""
        env = self.env
        return {
            "ctx": env.context,
            "user": env.user,
            "format_date": lambda date, date_format=False, lang_code=False: format_date(
                env, date, date_format=date_format or False, lang_code=lang_code or False),
            "format_datetime": lambda moment, tz=False, dt_format=False, lang_code=False: format_datetime(
                env, moment, tz=tz, dt_format=dt_format or False, lang_code=lang_code or False),
            "format_amount": lambda amount, currency, lang_code=False: format_amount(env, amount, currency, lang_code),
            "is_html_empty": is_html_empty,
        }

    @api.model
    def _render_template(self, template_src, model, res_ids, engine="inline_template", add_context=None, options=None):
        """{record id: text} of a template for records of `model`.

        :param engine: 'inline_template', 'qweb' (HTML source) or 'qweb_view' (xml id or view id)
        :raise UserError: the template cannot be rendered; says where
        """
        if engine not in ("inline_template", "qweb", "qweb_view"):
            raise ValueError(f"Unknown engine {engine!r}")
        render = getattr(self, f"_render_template_{engine}")
        return render(template_src, model, list(res_ids), add_context=add_context, options=options)

    @api.model
    def _render_template_inline_template(self, template_src, model, res_ids, add_context=None, options=None):
        if not template_src or "{{" not in template_src:
            return dict.fromkeys(res_ids, template_src or "")
        names = {**self._render_eval_context(), **(add_context or {})}
        result = {}
        for record in self.env[model].browse(res_ids):
            names["object"] = record
            result[record.id] = _PLACEHOLDER.sub(lambda match: self._inline_value(match, names, template_src), template_src)
        return result

    def _inline_value(self, match, names, template_src):
        source, fallback = match.group(1).strip(), match.group(2)
        try:
            value = safe_eval(source, dict(names))
        except Exception as error:
            raise UserError(_("The placeholder {{ %(source)s }} in “%(text)s” cannot be filled: %(error)s",
                              source=source, text=template_src[:60], error=error)) from error
        if value in (False, None, ""):
            return (fallback or "").strip()
        return str(value)

    @api.model
    def _render_template_qweb(self, template_src, model, res_ids, add_context=None, options=None):
        if not template_src:
            return dict.fromkeys(res_ids, "")
        from lxml import html
        root = html.fragment_fromstring(str(template_src), create_parent="div")
        names = {**self._render_eval_context(), **(add_context or {})}
        result = {}
        for record in self.env[model].browse(res_ids):
            try:
                text = self.env["ir.qweb"]._render(root, {**names, "object": record})
            except Exception as error:
                raise UserError(_("The template cannot be rendered for %(record)s: %(error)s",
                                  record=record.display_name, error=error)) from error
            text = text.decode() if isinstance(text, bytes) else str(text)
            result[record.id] = Markup(text.strip().removeprefix("<div>").removesuffix("</div>"))
        return result

    @api.model
    def _render_template_qweb_view(self, template_src, model, res_ids, add_context=None, options=None):
        names = {**self._render_eval_context(), **(add_context or {})}
        return {
            record.id: Markup(self.env["ir.qweb"]._render(template_src, {**names, "object": record}))
            for record in self.env[model].browse(res_ids)
        }

    def _render_lang(self, res_ids, engine="inline_template"):
        """{record id: language code} by the template's own language field."""
        self.ensure_one()
        if not self.lang:
            return dict.fromkeys(res_ids, "")
        return self._render_template(self.lang, self.render_model, res_ids, engine=engine)

    def _classify_per_lang(self, res_ids, engine="inline_template"):
        """{language: (template in that language, record ids)}."""
        self.ensure_one()
        by_lang = {}
        if self.env.context.get("template_preview_lang"):
            by_lang[self.env.context["template_preview_lang"]] = list(res_ids)
        else:
            for res_id, lang in self._render_lang(res_ids, engine).items():
                by_lang.setdefault(lang or False, []).append(res_id)
        return {lang: (self.with_context(lang=lang) if lang else self, ids) for lang, ids in by_lang.items()}

    def _render_field(self, field, res_ids, engine="inline_template", compute_lang=False, res_ids_lang=False,
                      set_lang=False, add_context=None, options=None, **kwargs):
        """{record id: text} of one of the template's own fields."""
        self.ensure_one()
        engine = getattr(self._fields[field], "render_engine", engine)
        if compute_lang:
            groups = self._classify_per_lang(res_ids)
        elif set_lang:
            groups = {set_lang: (self.with_context(lang=set_lang), res_ids)}
        else:
            groups = {False: (self, res_ids)}
        result = {}
        for template, ids in groups.values():
            result.update(template._render_template(template[field], template.render_model, ids, engine=engine,
                                                    add_context=add_context, options=options))
        return result

    def _valid_field_parameter(self, field, name):
        return name in ("render_engine", "render_options") or super()._valid_field_parameter(field, name)

    def _replace_local_links(self, html, base_url=None):
        """Links to the own server get its address, so that they work in a mail."""
        if not html:
            return html
        base_url = base_url or self.env["ir.config_parameter"].sudo().get_param("web.base.url", "")
        changed = re.sub(r"""(<(?:a|img)\b[^>]*?\b(?:href|src)=["'])(/[^/"'][^"']*)""",
                         lambda match: match.group(1) + base_url + match.group(2), str(html))
        return Markup(changed) if isinstance(html, Markup) else changed
