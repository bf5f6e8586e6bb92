from core.tests import TransactionCase


class TestBus(TransactionCase):
    def test_a_user_is_told_on_the_channel_of_the_partner(self):
        user = self.env.ref("base.user_admin")
        last = self.env["bus.bus"]._bus_last_id()
        user._bus_send("sale/confirmed", {"name": "S00001"})
        self.env.user.partner_id._bus_send("other", {})
        told = self.env["bus.bus"]._poll([user.partner_id], last)
        self.assertEqual([one["message"] for one in told], [{"type": "sale/confirmed", "payload": {"name": "S00001"}}])
        self.assertFalse(self.env["bus.bus"]._poll([user.partner_id], told[0]["id"]))

    def test_a_part_of_a_record_is_a_channel_of_its_own(self):
        partner = self.env.ref("base.partner_admin")
        last = self.env["bus.bus"]._bus_last_id()
        partner._bus_send("typing", [1], subchannel="chat")
        self.assertFalse(self.env["bus.bus"]._poll([partner], last))
        self.assertEqual(len(self.env["bus.bus"]._poll([(partner, "chat")], last)), 1)
