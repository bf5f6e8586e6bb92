from . import app, mail, portal, web
