@echo off
rem Starts Slipway on Windows. Java is JAVA_HOME's, or the first on PATH.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData %SLIPWAY_JAVA_OPTS% -jar "%~dp0..\lib\slipway.jar" %*
exit /b %ERRORLEVEL%
