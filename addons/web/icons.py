"""The line icons of the frame, drawn inline so that they take the colour of the text."""
from markupsafe import Markup

_PATHS = {
    "apps": '<rect x="4" y="4" width="6" height="6" rx="1.5"/><rect x="14" y="4" width="6" height="6" rx="1.5"/>'
            '<rect x="4" y="14" width="6" height="6" rx="1.5"/><rect x="14" y="14" width="6" height="6" rx="1.5"/>',
    "find": '<circle cx="10.5" cy="10.5" r="6"/><path d="M15 15l5 5"/>',
}


def icon(name):
    """An icon as markup; it says nothing to a screen reader, its neighbour's text does."""
    return Markup('<svg class="o-line-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>').format(Markup(_PATHS[name]))
