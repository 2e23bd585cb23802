# Every target is one command that also works without make:  python -m commands <verb> --help
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3 python; do command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
RUN = $(or $(PYTHON),$(error Cần Python 3.11 trở lên)) -m commands
FROM = $(if $(CONTENT),--content "$(CONTENT)") $(if $(NOW),--now "$(NOW)")

.DEFAULT_GOAL := help
.PHONY: help publish check serve new import print test golden

help: ## Liệt kê các lệnh
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 20

publish: ## Kiểm tra, dựng và đăng trang (CONTENT=thư-mục PUBLIC=thư-mục NOW=thời-điểm GONE=1)
	@$(RUN) publish $(FROM) $(if $(PUBLIC),--public "$(PUBLIC)") $(if $(GONE),--gone)

check: ## Chỉ kiểm tra nội dung, không ghi gì (CONTENT=thư-mục FORMAT=text|json)
	@$(RUN) check $(FROM) $(if $(FORMAT),--format "$(FORMAT)")

serve: ## Xem thử trên máy này, tự dựng lại khi sửa (CONTENT=thư-mục PORT=8000)
	@$(RUN) serve $(FROM) $(if $(PORT),--port "$(PORT)")

new: ## Tạo bài mới (TITLE="Tiêu đề" CATEGORY="Chuyên mục")
	@$(RUN) new $(FROM) --title "$(TITLE)" $(if $(CATEGORY),--category "$(CATEGORY)")

import: ## Nhập thủ tục hành chính (SRC=tệp-hoặc-thư-mục APPLY=1 để ghi CONTENT=thư-mục)
	@$(RUN) import $(FROM) --src "$(SRC)" $(if $(APPLY),--apply)

print: ## In thủ tục ra PDF khổ A4 để niêm yết (CODE=mã SECTOR="Lĩnh vực" ALL=1 OUT=thư-mục)
	@$(RUN) print $(FROM) $(if $(OUT),--out "$(OUT)") $(if $(CODE),--code "$(CODE)") $(if $(SECTOR),--sector "$(SECTOR)") $(if $(ALL),--all)

test: ## Chạy toàn bộ kiểm thử của chương trình
	@$(RUN) test $(TESTS)

golden: ## Ghi lại các trang mẫu dùng để so từng byte (dành cho người phát triển)
	@$(RUN) golden
