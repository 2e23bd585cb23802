# Every target is one command that also works without make:  python -m commands <verb> --help
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3 python; do command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
RUN = $(or $(PYTHON),$(error Cần Python 3.11 trở lên)) -m commands
IN = $(if $(CONTENT),--content "$(CONTENT)")
FROM = $(IN) $(if $(NOW),--now "$(NOW)")
AT = $(IN) $(if $(PUBLIC),--public "$(PUBLIC)")
TO = $(foreach name,$(TARGET),--target "$(name)") $(if $(TAKEOVER),--takeover)

.DEFAULT_GOAL := help
.PHONY: help publish rollback verify-site log check serve new import print test golden bench

help: ## Liệt kê các lệnh
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 20

publish: ## Kiểm tra, dựng, đăng, gửi đi (TARGET=nơi-đăng DRY=1 GONE=1 TAKEOVER=1 URGENT="lý do" CONTENT=… PUBLIC=… NOW=…)
	@$(RUN) publish $(FROM) $(if $(PUBLIC),--public "$(PUBLIC)") $(TO) $(if $(DRY),--dry-run) $(if $(GONE),--gone) $(if $(URGENT),--urgent "$(URGENT)")

rollback: ## Đặt lại bản trước ở máy này và các nơi đăng (TARGET=nơi-đăng RESEND=1 để chỉ gửi lại)
	@$(RUN) rollback $(AT) $(TO) $(if $(RESEND),--resend)

verify-site: ## So trang đang chạy với bản đã đăng (TARGET=nơi-đăng hoặc URL=địa-chỉ)
	@$(RUN) verify-site $(AT) $(if $(TARGET),--target "$(TARGET)") $(if $(URL),--url "$(URL)")

log: ## Xem và soát nhật ký đăng (PUBLIC=thư-mục LAST=số-lượt ALL=1)
	@$(RUN) log $(if $(PUBLIC),--public "$(PUBLIC)") $(if $(LAST),--last "$(LAST)") $(if $(ALL),--all)

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

bench: ## Đo tốc độ dựng trang bên cạnh Pelican gốc và Hugo (N=10000 ROUNDS=3 TOOLS=cchc,hugo STEPS=cold,none GROWTH=1 JSON=tệp WORK=thư-mục)
	@$(RUN) bench $(if $(N),--n "$(N)") $(if $(ROUNDS),--rounds "$(ROUNDS)") $(if $(TOOLS),--tools "$(TOOLS)") $(if $(STEPS),--steps "$(STEPS)") $(if $(GROWTH),--growth) $(if $(JSON),--json "$(JSON)") $(if $(WORK),--work "$(WORK)")
