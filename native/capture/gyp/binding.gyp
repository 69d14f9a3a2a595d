# Builds the capture addon where no prebuild fits: "node-gyp rebuild" in this folder, with MSVC or with g++. Ordinary
# installations do not come here. It has a folder of its own because node-gyp clears the folder "build" beside it.
{
    "targets": [
        {
            "target_name": "capture",
            "sources": ["<!@(node ../build/print-units.mjs)"],
            "defines": ["NAPI_VERSION=8"],
            "conditions": [
                [
                    "OS=='win'",
                    {
                        "defines": ["_WIN32_WINNT=0x0A00", "NOMINMAX", "_HAS_EXCEPTIONS=1"],
                        "defines!": ["_HAS_EXCEPTIONS=0"],
                        "libraries": ["-lole32.lib", "-luuid.lib"],
                        "msvs_settings": {
                            "VCCLCompilerTool": {
                                "AdditionalOptions": ["/utf-8"],
                                "ExceptionHandling": 1,
                                "WarningLevel": 3,
                            },
                        },
                    },
                ],
                [
                    "OS=='linux'",
                    {
                        "cflags_cc": ["-Wall", "-Wextra", "-Werror", "-fvisibility=hidden"],
                        "cflags_cc!": ["-fno-exceptions", "-fno-rtti"],
                        "libraries": ["-ldl", "-pthread"],
                    },
                ],
            ],
        }
    ]
}
