;;; Emacs with eglot against `tolmach lsp': diagnostic, counterpart, accept, stale.  -*- lexical-binding: t -*-
;; Emacs 28 has eglot as a package of its own.
(require 'package)
(package-initialize)
(require 'eglot)
(require 'flymake)
(setq eglot-sync-connect 30 eglot-autoshutdown nil eglot-confirm-server-initiated-edits nil)
(let* ((project (getenv "PROJECT"))
       (eglot-server-programs `((text-mode . (,(getenv "TOLMACH") "lsp"))))
       (open (lambda (path)
               (with-current-buffer (find-file-noselect (expand-file-name path project))
                 (text-mode)
                 (current-buffer))))
       (translation (funcall open "translations/en/bridge.md"))
       (wait (lambda (what done)
               (let ((left 600))
                 (while (and (> left 0) (not (funcall done)))
                   (accept-process-output nil 0.1)
                   (setq left (1- left)))
                 (when (= left 0) (error "never came: %s" what)))))
       (told (lambda (text)
               (with-current-buffer translation
                 (flymake-start)
                 (seq-some (lambda (one) (string-match-p text (flymake-diagnostic-text one)))
                           (flymake-diagnostics))))))
  (with-current-buffer translation
    (apply #'eglot--connect (eglot--guess-contact)))
  (with-current-buffer translation
    (let ((server (eglot-current-server))
          (uri (eglot--path-to-uri (buffer-file-name))))
      (unless server (error "no server"))
      (funcall wait "number-mismatch" (lambda () (funcall told "number-mismatch")))
      (let ((there (jsonrpc-request server :textDocument/definition
                                    `(:textDocument (:uri ,uri) :position (:line 4 :character 3)))))
        (unless (string-match-p "originals/bridge.md" (format "%s" there)) (error "the counterpart: %s" there)))
      (jsonrpc-request server :workspace/executeCommand
                       `(:command "tolmach.accept" :arguments [(:uri ,uri :line 4)]))
      (unless (file-exists-p (expand-file-name "translations/en/bridge.units.toml" project))
        (error "nothing was accepted"))
      (write-region "# Мост 🌉\n\nМост открыл аким в 1905 году.\n\nЛюди долго ждали новый паром у реки.\n" nil
                    (expand-file-name "originals/bridge.md" project))
      (funcall wait "stale" (lambda () (funcall told "stale-translation")))))
  (kill-emacs 0))
