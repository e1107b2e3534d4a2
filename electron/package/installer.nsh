# What electron-builder's installer does otherwise than a union office needs. UTF-8 with a mark: without one NSIS reads it as ANSI.

# Before anything is written there is a page to leave by: no other page asks.
!macro customWelcomePage
  !insertmacro MUI_PAGE_WELCOME
!macroend

# Whoever installs it has no administrator's rights: "for all users" would be offered greyed out, in English.
!macro customInstallMode
  StrCpy $isForceCurrentInstall "1"
!macroend

# Chromium runs on nothing older; installed there, the program would only end without a word.
!macro customInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONEXCLAMATION "评议需要 Windows 10 或更新的系统。" /SD IDOK
    Quit
  ${EndIf}
!macroend

!macro customInstall
  # Kept for an updater, and there is none.
  Delete "$LOCALAPPDATA\${APP_INSTALLER_STORE_FILE}"
  RMDir "$LOCALAPPDATA\pingyi-updater"
  # The word of the file's menu; electron-builder's is English.
  WriteRegStr SHELL_CONTEXT "Software\Classes\Pingyi.Backup\shell\open" "" "用评议打开"
!macroend
