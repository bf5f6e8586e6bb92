"""Log lines kept in the database: what server actions and schedules had to say."""
from core import fields, models


class IrLogging(models.Model):
    _name = "ir.logging"
    _description = "Logging"
    _order = "id DESC"
    _allow_sudo_commands = False

    name = fields.Char(required=True)
    type = fields.Selection([("client", "Client"), ("server", "Server")], required=True, index=True)
    dbname = fields.Char(string="Database Name", index=True)
    level = fields.Char(index=True)
    message = fields.Text(required=True)
    path = fields.Char(required=True)
    func = fields.Char(string="Function", required=True)
    line = fields.Char(required=True)
