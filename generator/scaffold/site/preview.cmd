@echo off
rem Double-click: shows the site in the browser; close the window to end.
call "%~dp0gongkai.cmd" preview
pause
