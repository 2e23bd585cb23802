"""Words of the static pages."""

NOT_FOUND = "Không tìm thấy trang"
NOT_FOUND_DESCRIPTION = "Địa chỉ này không có trên trang, hoặc đã được chuyển đi."
