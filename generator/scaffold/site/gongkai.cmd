@echo off
rem Finds Python and hands over to run.py: "gongkai new record", "gongkai check" and so on, in this folder.
rem ASCII only: a console reads such a file in an encoding of its own.
setlocal
set "PYTHON="
set "FIT=import sys; sys.exit(sys.version_info < (3, 11))"
py -3 -c "%FIT%" >nul 2>nul && set "PYTHON=py -3"
if not defined PYTHON python -c "%FIT%" >nul 2>nul && set "PYTHON=python"
if not defined PYTHON goto missing
%PYTHON% "%~dp0run.py" %*
exit /b %errorlevel%

:missing
chcp 65001 >nul
type "%~dp0python.md"
exit /b 9
