@echo off
rem The one script of Sportello on Windows: the workstation, single virtual devices, tests, formatting. The server of
rem reference, the window of all virtual devices and the working day need Linux. "sportello help" lists what it can do.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"

set "COMMAND=%~1"
if "%COMMAND%"=="" set "COMMAND=run"
if "%COMMAND:~0,2%"=="--" (set "COMMAND=run") else (shift /1)

if "%COMMAND%"=="help" goto help
if "%COMMAND%"=="run" goto run
if "%COMMAND%"=="test" goto test
if "%COMMAND%"=="fmt" goto fmt
if "%COMMAND%"=="day" goto day
if "%COMMAND%"=="twin" goto twin
echo sportello: unknown command: %COMMAND% 1>&2
call :usage 1>&2
exit /b 2

:help
call :usage
exit /b 0

:usage
echo Sportello: the workstation for the counters of a public health authority
echo.
echo   sportello [run]   starts the workstation against a server
echo         --backend URL      the server; always needed on Windows
echo         --home DIR         where state lives (default: .sportello in your profile)
echo         --fresh            forgets that state first
echo         --desk ID --enrolment CODE    enrol this PC on a desk, once
echo         --device "KIND=ADDRESS"       a device, such as "printer=tcp:192.0.2.7:9100", in quotes
echo   sportello twin TWIN [--tcp PORT]   runs one virtual device until it is stopped; TWIN is card (in a slot of its
echo                    own process), scanner, printer, detector, display or terminal; --help lists its options
echo   sportello test    builds everything and runs all tests
echo   sportello fmt     formats the sources
echo   sportello help    prints this
exit /b 0

:day
echo sportello: the working day needs virtual devices and a server that run on Linux only. 1>&2
exit /b 1

:jdk
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\javac.exe" (
    "%JAVA_HOME%\bin\javac" -version 2>&1 | findstr /r /c:"javac 2[5-9]" >nul && exit /b 0
)
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*") do (
    if exist "%%~D\bin\javac.exe" (
        set "JAVA_HOME=%%~D"
        exit /b 0
    )
)
echo sportello: no JDK 25 found. Install one (Eclipse Temurin 25) or set JAVA_HOME. 1>&2
exit /b 1

:maven
cd /d "%HERE%"
call :jdk || exit /b 1
where mvn >nul 2>nul || (echo sportello: Maven is missing. 1>&2 & exit /b 1)
exit /b 0

:test
call :maven || exit /b 1
call mvn -B -ntp verify
exit /b %errorlevel%

:fmt
call :maven || exit /b 1
call mvn -q -B -ntp spotless:apply
exit /b %errorlevel%

:twin
set "TWIN="
:twinword
if "%~1"=="" goto twinstart
set TWIN=%TWIN% "%~1"
shift /1
goto twinword
:twinstart
for %%I in ("%CD%") do set "FROM=%%~fI"
call :maven || exit /b 1
call mvn -q -B package -DskipTests || exit /b 1
set "HOUSE=%CD%"
cd /d "%FROM%"
"%JAVA_HOME%\bin\java" -Dfile.encoding=UTF-8 -Djava.awt.headless=true -Dslf4j.internal.verbosity=ERROR -Xmx256m ^
    -XX:+UseSerialGC --enable-native-access=com.sun.jna,com.fazecast.jSerialComm ^
    -p "%HOUSE%\app\target\sportello-app-0.1.0.jar;%HOUSE%\app\target\lib" ^
    --limit-modules it.sportello.devices,jdk.charsets ^
    -m it.sportello.devices/it.sportello.devices.twin.command.TwinMain%TWIN%
exit /b %errorlevel%

:run
set "STATE=%USERPROFILE%\.sportello"
set "BACKEND="
set "FRESH="
set "WORDS="
:option
if "%~1"=="" goto start
if "%~1"=="--fresh" (set "FRESH=yes" & shift /1 & goto option)
if "%~2"=="" (echo sportello: %~1 is unknown or needs a value; see sportello help 1>&2 & exit /b 2)
if "%~1"=="--home" (set "STATE=%~f2" & shift /1 & shift /1 & goto option)
if "%~1"=="--backend" (set "BACKEND=%~2" & shift /1 & shift /1 & goto option)
if "%~1"=="--desk" goto word
if "%~1"=="--enrolment" goto word
if "%~1"=="--device" goto word
echo sportello: unknown option %~1; see sportello help 1>&2
exit /b 2
:word
set WORDS=%WORDS% %~1 "%~2"
shift /1
shift /1
goto option

:start
if not defined BACKEND (
    echo sportello: say which server with --backend URL: the one of reference runs on Linux. 1>&2
    exit /b 2
)
call :maven || exit /b 1
echo Building...
call mvn -q -B package -DskipTests || exit /b 1
if defined FRESH if exist "%STATE%\desk" rmdir /s /q "%STATE%\desk"
if not exist "%STATE%\desk" mkdir "%STATE%\desk"
"%JAVA_HOME%\bin\java" -Dfile.encoding=UTF-8 -Xmx1g -XX:+UseSerialGC ^
    --enable-native-access=javafx.graphics,com.sun.jna,com.fazecast.jSerialComm,org.xerial.sqlitejdbc ^
    --sun-misc-unsafe-memory-access=allow ^
    --add-opens java.smartcardio/sun.security.smartcardio=it.sportello.devices ^
    -p "app\target\sportello-app-0.1.0.jar;app\target\lib" -m it.sportello.app/it.sportello.app.Launcher ^
    --home "%STATE%\desk" --backend "%BACKEND%" %WORDS%
exit /b %errorlevel%
