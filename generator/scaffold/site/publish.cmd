@echo off
rem Double-click: checks the records and builds the site into site/.
call "%~dp0gongkai.cmd" publish
pause
