from core.http import Controller, request, route


class TourController(Controller):

    @route("/web/tour/<int:tour_id>/finish", auth="user", methods=["POST"])
    def finish(self, tour_id, **kw):
        """The user came to the end, or wants no more of it."""
        tour = request.env["web_tour.tour"].browse(tour_id).exists()
        tour._finish()
        return request.make_response("", status=204)

    @route("/web/tour/start", auth="user", methods=["POST"])
    def start(self, **kw):
        """From the user's menu: once more from the beginning."""
        return request.redirect(request.env["web_tour.tour"]._start_again() + "?tour=1")
