from . import app, content, data, session, wizard
