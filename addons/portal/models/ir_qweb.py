"""What templates of portal pages may use."""
from urllib.parse import urlencode

from core import api, models
from core.http import asset_url, request


class IrQWeb(models.AbstractModel):
    _inherit = "ir.qweb"

    @api.model
    def _prepare_environment(self, values):
        values = super()._prepare_environment(values)
        values.setdefault("asset", asset_url)
        values.setdefault("slug", lambda record: str(record.id))
        values.setdefault("keep_query", _keep_query)
        return values


def _keep_query(*names, **changes):
    """The query of this page reduced to `names` (none: all of it), with changes, as text for an address."""
    current = request.httprequest.args
    kept = {name: value for name, value in current.items() if not names or name in names or "*" in names}
    return urlencode({**kept, **changes})
