from core.tests import BaseCase, tagged

from ..controllers.portal import _build_url_w_params, get_error, pager


@tagged("post_install", "-at_install")
class TestPager(BaseCase):

    def test_the_pages_around_the_current_one(self):
        for total, page, numbers, offset in ((0, 1, [1], 0), (30, 1, [1], 0), (31, 2, [1, 2], 30), (300, 5, [3, 4, 5, 6, 7], 120),
                                             (300, 10, [6, 7, 8, 9, 10], 270), (300, 99, [6, 7, 8, 9, 10], 270), (300, "x", [1, 2, 3, 4, 5], 0)):
            with self.subTest(total=total, page=page):
                found = pager("/my/orders", total, page)
                self.assertEqual([entry["num"] for entry in found["pages"]], numbers)
                self.assertEqual(found["offset"], offset)

    def test_addresses_keep_their_query(self):
        found = pager("/my/orders", 100, 2, url_args={"sortby": "name"})
        self.assertEqual(found["page_previous"]["url"], "/my/orders?sortby=name")
        self.assertEqual(found["page_next"]["url"], "/my/orders/page/3?sortby=name")

    def test_parameters_are_added_to_an_address(self):
        self.assertEqual(_build_url_w_params("/a?b=1", {"b": "2", "c": "ế"}), "/a?b=2&c=%E1%BA%BF")

    def test_errors_by_path(self):
        self.assertEqual(get_error({"a": {"b": "missing"}}, "a.b"), "missing")
        self.assertEqual(get_error({"a": {"b": "missing"}}, "a.x"), "")
        self.assertEqual(get_error({"a": "text"}, "a.b"), "")
