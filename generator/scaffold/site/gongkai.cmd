@echo off
rem Finds Python and hands over to run.py: "gongkai new record", "gongkai check" and so on, in this folder.
rem ASCII only: a console reads such a file in an encoding of its own.
setlocal
set "FIT=import sys; sys.exit(sys.version_info < (3, 11))"
set "PYTHON=py -3"
%PYTHON% -c "%FIT%" >nul 2>nul
if not errorlevel 1 goto found
set "PYTHON=python"
%PYTHON% -c "%FIT%" >nul 2>nul
if not errorlevel 1 goto found
chcp 65001 >nul
type "%~dp0python.md"
exit /b 9

:found
rem One line, read at once: an upgrade may put another file in the place of this one.
%PYTHON% "%~dp0run.py" %* & exit /b
