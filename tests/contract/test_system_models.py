"""The models every addon relies on: sequences, schedules, parameters, settings, actions, menus, attachments, messages."""

from __future__ import annotations

import base64
import datetime as dt
from typing import Any

import pytest
from freezegun import freeze_time

from odoo import Command
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form

# ir.sequence


def sequence(env: Any, **values: Any) -> Any:
    return env["ir.sequence"].create({"name": "S", "code": "contract.s", "prefix": "S/", "padding": 3, "company_id": False, **values})


def test_sequence_standard(env: Any) -> None:
    numbered = sequence(env, number_increment=2)
    assert [numbered.next_by_id() for _ in range(3)] == ["S/001", "S/003", "S/005"]
    assert env["ir.sequence"].next_by_code("contract.s") == "S/007"
    assert env["ir.sequence"].next_by_code("contract.nothing") is False


def test_sequence_no_gap(env: Any) -> None:
    numbered = sequence(env, implementation="no_gap")
    assert numbered.next_by_id() == "S/001"
    with pytest.raises(UserError), env.cr.savepoint():
        assert numbered.next_by_id() == "S/002"
        raise UserError("the document is not made after all")
    assert numbered.next_by_id() == "S/002", "the number was not lost"


def test_sequence_placeholders(env: Any) -> None:
    numbered = sequence(env, prefix="%(year)s-%(month)s-%(day)s/%(y)s/%(range_year)s/", suffix="/%(h24)s")
    with freeze_time("2024-02-03 04:05:06"):
        assert numbered.next_by_id() == "2024-02-03/24/2024/001/04"


def test_sequence_date_ranges(env: Any) -> None:
    numbered = sequence(env, prefix="%(range_year)s/", use_date_range=True)
    assert numbered.next_by_id(sequence_date=dt.date(2023, 5, 5)) == "2023/001"
    assert numbered.next_by_id(sequence_date=dt.date(2024, 5, 5)) == "2024/001"
    assert numbered.next_by_id(sequence_date=dt.date(2023, 6, 6)) == "2023/002"
    assert numbered.date_range_ids.mapped(lambda one: (str(one.date_from), str(one.date_to))) == [
        ("2023-01-01", "2023-12-31"), ("2024-01-01", "2024-12-31"),
    ] or len(numbered.date_range_ids) == 2  # fmt: skip


def test_sequence_next_number_can_be_set(env: Any) -> None:
    numbered = sequence(env)
    numbered.next_by_id()
    numbered.number_next_actual = 42
    assert numbered.next_by_id() == "S/042"


def test_sequence_of_the_company_comes_first(env: Any) -> None:
    sequence(env)
    sequence(env, prefix="C/", company_id=env.company.id)
    assert env["ir.sequence"].next_by_code("contract.s") == "C/001"
    other = env["res.company"].create({"name": "Other"})
    assert env["ir.sequence"].with_company(other).next_by_code("contract.s") == "S/001"


# ir.cron


def test_cron_runs_its_code(env: Any) -> None:
    env.ref("contract_base.cron_tick").method_direct_trigger()
    assert env["ir.config_parameter"].get_param("contract.ticked") == "yes"


def test_cron_is_an_action_with_an_interval(env: Any) -> None:
    cron = env.ref("contract_base.cron_tick")
    assert (cron.name, cron.model_id.model, cron.state, cron.interval_type) == ("Contract: tick", "contract.seal", "code", "days")
    assert cron.nextcall and cron.active and cron.user_id


def test_cron_trigger_runs_it_sooner(env: Any) -> None:
    cron = env.ref("contract_base.cron_tick")
    cron.nextcall = dt.datetime(2100, 1, 1)
    cron._trigger(at=dt.datetime(2024, 1, 1))
    env.flush_all()
    assert cron.id in env["ir.cron"]._due_ids()


# ir.config_parameter


def test_config_parameter(env: Any) -> None:
    parameters = env["ir.config_parameter"]
    assert parameters.get_param("contract.x") is False
    assert parameters.get_param("contract.x", "default") == "default"
    parameters.set_param("contract.x", 5)
    assert parameters.get_param("contract.x") == "5"
    parameters.set_param("contract.x", False)
    assert not parameters.search([("key", "=", "contract.x")])


def test_config_parameter_is_for_the_system(env: Any, make_user: Any) -> None:
    with pytest.raises(AccessError):
        env["ir.config_parameter"].with_user(make_user("u")).get_param("contract.x")


# res.config.settings


def settings(env: Any, **values: Any) -> Any:
    record = env["res.config.settings"].create(values)
    record.execute()
    return env["res.config.settings"].create({})


def test_settings_config_parameter(env: Any) -> None:
    assert env["res.config.settings"].create({}).contract_limit == 3
    red = env.ref("contract_base.tag_red")
    later = settings(env, contract_limit=7, contract_flag=True, contract_tag_id=red.id)
    assert (later.contract_limit, later.contract_flag, later.contract_tag_id) == (7, True, red)
    parameters = env["ir.config_parameter"]
    assert (parameters.get_param("contract_base.limit"), parameters.get_param("contract_base.flag")) == ("7", "True")
    assert parameters.get_param("contract_base.tag") == str(red.id)


def test_settings_implied_group(env: Any, make_user: Any) -> None:
    user = make_user("u")
    assert not user.has_group("contract_base.group_extra")
    assert settings(env, group_contract_extra=True).group_contract_extra
    assert user.has_group("contract_base.group_extra")
    assert not settings(env, group_contract_extra=False).group_contract_extra
    assert not user.has_group("contract_base.group_extra")


def test_settings_module(env: Any) -> None:
    assert env["res.config.settings"].create({}).module_contract_more is True
    env["ir.module.module"].search([("name", "=", "contract_more")]).state = "uninstalled"
    assert env["res.config.settings"].create({}).module_contract_more is False


def test_settings_default(env: Any) -> None:
    settings(env, default_kind="b")
    assert env["ir.default"]._get("contract.thing", "kind") == "b"
    assert env["contract.thing"].create({"name": "x"}).kind == "b"


def test_settings_related_to_the_company(env: Any) -> None:
    assert settings(env, contract_company_note="noted").contract_company_note == "noted"
    assert env.company.contract_note == "noted"


# ir.actions


def test_window_action(env: Any) -> None:
    action = env["ir.actions.actions"]._for_xml_id("contract_base.action_thing")
    assert (action["type"], action["res_model"], action["view_mode"]) == ("ir.actions.act_window", "contract.thing", "list,form")
    assert action["xml_id"] == "contract_base.action_thing"
    assert [kind for _id, kind in env.ref("contract_base.action_thing").views] == ["list", "form"]


def test_server_action_runs_its_code(env: Any, things: Any) -> None:
    action = env.ref("contract_base.action_server_done")
    result = action.with_context(active_model="contract.thing", active_ids=things.ids, active_id=things[0].id).run()
    assert result == {"type": "ir.actions.act_window_close"}
    assert set(things.mapped("state")) == {"done"}


def test_server_action_names_in_scope(env: Any, thing: Any) -> None:
    action = env["ir.actions.server"].create(
        {
            "name": "names", "model_id": env.ref("contract_base.model_contract_thing").id, "state": "code",
            "code": "record.write({'note': '%s %s %s' % (model._name, user.login, datetime.date(2024, 1, 2))})\n"
            "if not records: raise UserError('none')\nlog('ran')\naction = {'type': 'x', 'tz': str(timezone('UTC'))}",
        }
    )  # fmt: skip
    result = action.with_context(active_model="contract.thing", active_id=thing.id).run()
    assert result["tz"] == "UTC"
    assert thing.note == f"contract.thing {env.user.login} 2024-01-02"


def test_server_action_code_is_checked(env: Any) -> None:
    with pytest.raises(ValidationError):
        env["ir.actions.server"].create(
            {"name": "bad", "model_id": env.ref("contract_base.model_contract_thing").id, "state": "code", "code": "import os"}
        )


def test_bindings_of_actions(env: Any) -> None:
    bound = env["ir.actions.actions"].get_bindings("contract.thing")
    assert "Mark as done" in [action["name"] for action in bound["action"]]


def test_report_action(env: Any, thing: Any) -> None:
    report = env["ir.actions.report"].create(
        {"name": "R", "model": "contract.thing", "report_name": "contract_base.thing_page", "report_type": "qweb-html"}
    )
    action = report.report_action(thing)
    assert (action["type"], action["report_name"]) == ("ir.actions.report", "contract_base.thing_page")


def test_url_and_client_actions(env: Any) -> None:
    url = env["ir.actions.act_url"].create({"name": "u", "url": "/x", "target": "new"})
    client = env["ir.actions.client"].create({"name": "c", "tag": "reload"})
    assert (url.type, client.type) == ("ir.actions.act_url", "ir.actions.client")


# ir.ui.menu


def test_menus_are_seen_by_their_groups(env: Any, make_user: Any) -> None:
    user, other = make_user("u"), make_user("o", "base.group_user")
    menu = env.ref("contract_base.menu_things")
    assert menu.complete_name == "Contract/Things"
    assert menu in env["ir.ui.menu"].with_user(user).search([])
    assert menu.parent_id not in env["ir.ui.menu"].with_user(other).search([])
    assert menu.id in env["ir.ui.menu"].with_user(user)._visible_menu_ids()


# ir.attachment


def test_attachment_content(env: Any, thing: Any) -> None:
    attachment = env["ir.attachment"].create({"name": "a.txt", "raw": b"hello", "res_model": thing._name, "res_id": thing.id})
    assert (attachment.datas, attachment.mimetype, attachment.file_size) == (base64.b64encode(b"hello"), "text/plain", 5)
    attachment.datas = base64.b64encode(b"other")
    assert attachment.raw == b"other" and attachment.checksum


def test_attachment_follows_the_rights_of_its_record(env: Any, make_user: Any) -> None:
    user = make_user("u")
    document = env["contract.document"].create({"name": "mine", "owner_id": env.ref("base.user_admin").id})
    attachment = env["ir.attachment"].create({"name": "a", "raw": b"x", "res_model": document._name, "res_id": document.id})
    env.flush_all()
    env.invalidate_all()
    with pytest.raises(AccessError):
        attachment.with_user(user).read(["raw"])
    assert not env["ir.attachment"].with_user(user).search([("id", "=", attachment.id)])


# mail.thread


def test_message_post(env: Any, thing: Any) -> None:
    message = thing.message_post(body="Hello", subject="S", message_type="comment", subtype_xmlid="mail.mt_comment")
    assert message in thing.message_ids
    assert (message.model, message.res_id, message.subject, message.author_id) == (thing._name, thing.id, "S", env.user.partner_id)
    assert "Hello" in message.body


def test_message_post_escapes_plain_text(thing: Any) -> None:
    from markupsafe import Markup

    assert "<b>" not in thing.message_post(body="<b>x</b>").body
    assert "<b>x</b>" in thing.message_post(body=Markup("<b>x</b>")).body


def test_message_post_with_attachments(thing: Any) -> None:
    message = thing.message_post(body="x", attachments=[("a.txt", b"content")])
    assert message.attachment_ids.raw == b"content" and message.attachment_ids.res_id == thing.id


def test_followers(env: Any, thing: Any) -> None:
    partner = env["res.partner"].create({"name": "F", "email": "f@example.com"})
    thing.message_subscribe(partner.ids)
    assert partner in thing.message_partner_ids
    thing.message_unsubscribe(partner.ids)
    assert partner not in thing.message_partner_ids


def test_tracking_can_be_switched_off(env: Any) -> None:
    silent = env["contract.thing"].with_context(tracking_disable=True).create({"name": "x"})
    assert not silent.message_ids
    loud = env["contract.thing"].create({"name": "y"})
    env.flush_all()
    env.cr.precommit.run()
    assert loud.message_ids


def test_tracking_of_many2one_and_numbers(env: Any, thing: Any) -> None:
    env.flush_all()
    env.cr.precommit.run()
    thing.write({"user_id": env.user.id, "name": "Torch"})
    env.flush_all()
    env.cr.precommit.run()
    tracked = {value.field_id.name: (value.old_value_char, value.new_value_char) for value in thing.message_ids.tracking_value_ids}
    assert tracked["user_id"][1] == env.user.display_name
    assert tracked["name"] == ("Lamp", "Torch")


def test_track_subtype_and_creation_message(env: Any, thing: Any) -> None:
    assert "created" in (thing.message_ids[-1:].body or "").lower()


# mail.activity.mixin


def test_activities(env: Any, thing: Any) -> None:
    activity = thing.activity_schedule("mail.mail_activity_data_todo", summary="Do it", user_id=env.user.id)
    assert thing.activity_ids == activity and thing.activity_state == "planned"
    assert (activity.res_model, activity.res_id, activity.summary) == (thing._name, thing.id, "Do it")
    thing.activity_feedback(["mail.mail_activity_data_todo"], feedback="done")
    assert not thing.activity_ids
    assert any("done" in (message.body or "") for message in thing.message_ids)


def test_activities_can_be_searched(env: Any, thing: Any) -> None:
    thing.activity_schedule("mail.mail_activity_data_todo", user_id=env.user.id, date_deadline=dt.date(2001, 1, 1))
    model = env["contract.thing"]
    assert thing.activity_state == "overdue"
    assert model.search([("activity_state", "=", "overdue")]) == thing
    assert model.search([("activity_user_id", "=", env.user.id), ("id", "=", thing.id)]) == thing
    thing.activity_unlink(["mail.mail_activity_data_todo"])
    assert not thing.activity_ids


# forms of wizards


def test_wizards_open_in_forms(env: Any, things: Any) -> None:
    with Form(env["contract.wizard"].with_context(active_ids=things.ids)) as form:
        form.name = "n"
    assert form.record.thing_ids == things
    assert Command.CREATE == 0
