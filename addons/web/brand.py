"""The company's logo and colour on its pages."""
import functools
import hashlib

from . import colours

#: The least favourable grounds text in the company's colour stands on (see the tokens of web.css).
_LIGHT_GROUND, _DARK_GROUND = colours.parse("#eef3f2"), colours.parse("#222c2a")


def shown_company(env):
    """The company whose pages these are: the user's, or on public pages the first one."""
    return env.company.sudo() if env.uid else env["res.company"].sudo().search([], order="sequence, id", limit=1)


def style_address(company):
    """The address of the company's style sheet; '' when it has chosen no colour."""
    colour = colours.parse(company.primary_color)
    return _address(colour) if colour else ""


@functools.lru_cache(maxsize=256)
def _address(colour):
    """Changes with what is computed from the colour, so that browsers may keep the answer."""
    stamp = hashlib.sha256(style(colour).encode()).hexdigest()[:12]
    return f"/web/brand/{stamp}/{colours.to_hex(colour)[1:]}.css"


def logo_address(company):
    """The address of the company's logo; '' without one."""
    if not company.logo_web:
        return ""
    stamp = company.write_date and int(company.write_date.timestamp())
    return f"/web/binary/company_logo?company={company.id}&v={stamp}"


def style(colour):
    """The tokens of web.css in the company's colour, for light and dark pages, always readable."""
    light = colours.toned(colour, _LIGHT_GROUND, colours.BLACK)
    dark = colours.toned(colour, _DARK_GROUND, colours.WHITE)
    soft = colours.mix(light, colours.WHITE, .88), colours.mix(dark, _DARK_GROUND, .82)
    tokens = {
        "brand": (colour, colour), "accent": (light, dark),
        "accent-strong": (colours.mix(light, colours.BLACK, .22), colours.mix(dark, colours.WHITE, .3)),
        "accent-soft": soft, "selected": soft, "focus": (light, dark),
        "on-accent": (colours.readable_on(light), colours.readable_on(dark)),
    }
    lines = [f"--{name}: light-dark({colours.to_hex(pair[0])}, {colours.to_hex(pair[1])});" for name, pair in tokens.items()]
    return ":root { " + " ".join(lines) + " }\n"
