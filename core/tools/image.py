"""Images: resizing, thumbnails and data URLs (Pillow; without it images stay as they are)."""

from __future__ import annotations

import base64
import binascii
import io
import logging
from typing import Any

from core.base.errors import UserError

_logger = logging.getLogger(__name__)

FILETYPE_BASE64_MAGICWORD = {b"/": "jpg", b"R": "gif", b"i": "png", b"P": "svg+xml", b"U": "webp"}
#: Larger images are refused: 50 megapixels.
IMAGE_MAX_RESOLUTION = 50_000_000
_KEPT_FORMATS = ("JPEG", "PNG", "GIF", "WEBP")


def _pillow() -> Any:
    try:
        from PIL import Image
    except ImportError:
        _logger.warning("Pillow is not installed: images are kept in their original size.")
        return None
    return Image


def is_svg(source: bytes) -> bool:
    return b"<svg" in source[:1024]


def image_process(
    source: bytes,
    size: tuple[int, int] = (0, 0),
    verify_resolution: bool = False,
    quality: int = 0,
    expand: bool = False,
    crop: str | None = None,
    colorize: bool | str = False,
    output_format: str = "",
    padding: bool = False,
) -> bytes:
    """Shrink (never enlarge, unless ``expand``) an image to fit ``size``; 0 leaves that side free.

    :param crop: 'center', 'top' or 'bottom': fill the size and cut what is over
    :raise UserError: not an image, or too large
    """
    if not source or is_svg(source) or not (any(size) or verify_resolution or quality or crop or output_format):
        return source
    from core.i18n import _

    module = _pillow()
    if module is None:
        return source
    image = _open(module, source)
    if verify_resolution and image.width * image.height > IMAGE_MAX_RESOLUTION:
        raise UserError(
            _("The image has %(size)s megapixels, at most %(limit)s are accepted. Reduce it first.",
              size=round(image.width * image.height / 1e6), limit=round(IMAGE_MAX_RESOLUTION / 1e6))
        )
    original_format = (image.format or "PNG").upper()
    try:
        result = _crop(module, image, size, crop) if crop and all(size) else _fit(module, image, size, expand)
    except (OSError, SyntaxError) as error:  # a sound header before a broken picture
        raise UserError(_("This file could not be read as an image.")) from error
    target = output_format.upper() or (original_format if original_format in _KEPT_FORMATS else "PNG")
    if result is image and target == original_format and not quality:
        return source
    return image_apply_opt(result, target, **({"quality": quality} if quality else {}))


def _open(module: Any, source: bytes) -> Any:
    from PIL import ImageFile

    from core.i18n import _

    ImageFile.LOAD_TRUNCATED_IMAGES = False  # whoever prints PDFs in this process turns it on
    try:
        return module.open(io.BytesIO(source))
    except Exception as error:
        raise UserError(_("This file could not be read as an image.")) from error


def _fit(module: Any, image: Any, size: tuple[int, int], expand: bool) -> Any:
    width, height = size
    if not (width or height):
        return image
    ratio = min((width or 10**9) / image.width, (height or 10**9) / image.height)
    if ratio >= 1 and not expand:
        return image
    target = max(round(image.width * ratio), 1), max(round(image.height * ratio), 1)
    return image.resize(target, module.Resampling.LANCZOS)


def _crop(module: Any, image: Any, size: tuple[int, int], crop: str) -> Any:
    width, height = size
    ratio = width / height
    new_width, new_height = min(image.width, round(image.height * ratio)), min(image.height, round(image.width / ratio))
    left = (image.width - new_width) // 2
    top = {"top": 0, "bottom": image.height - new_height}.get(crop, (image.height - new_height) // 2)
    return _fit(module, image.crop((left, top, left + new_width, top + new_height)), size, expand=False)


def image_apply_opt(image: Any, output_format: str, **params: Any) -> bytes:
    """The bytes of a Pillow image."""
    if output_format == "JPEG" and image.mode not in ("1", "L", "RGB"):
        image = image.convert("RGB")
    stream = io.BytesIO()
    image.save(stream, format=output_format, optimize=True, **params)
    return stream.getvalue()


def image_to_base64(image: Any, output_format: str, **params: Any) -> bytes:
    return base64.b64encode(image_apply_opt(image, output_format, **params))


def base64_to_image(base64_source: bytes | str) -> Any:
    """A Pillow image."""
    try:
        return _open(_pillow(), base64.b64decode(base64_source))
    except binascii.Error as error:
        raise UserError("This is not base64 data.") from error


def binary_to_image(source: bytes) -> Any:
    return _open(_pillow(), source)


def image_data_uri(base64_source: bytes) -> str:
    """``data:image/png;base64,…`` of base64 bytes."""
    kind = FILETYPE_BASE64_MAGICWORD.get(base64_source[:1], "png")
    return f"data:image/{kind};base64,{base64_source.decode('ascii')}"


def is_image_size_above(base64_source_1: bytes, base64_source_2: bytes) -> bool:
    """Whether the first image is larger than the second in any direction."""
    if not base64_source_1 or not base64_source_2 or base64_source_1[:1] in (b"P", "P"):
        return False
    first, second = base64_to_image(base64_source_1), base64_to_image(base64_source_2)
    return bool(first.width > second.width or first.height > second.height)


def image_guess_size_from_field_name(field_name: str) -> tuple[int, int]:
    """``image_128`` → ``(128, 128)``; ``(0, 0)`` when the name has no size."""
    suffix = "1024" if field_name == "image" else field_name.rpartition("_")[2]
    return (int(suffix), int(suffix)) if suffix.isdigit() and int(suffix) >= 16 else (0, 0)
