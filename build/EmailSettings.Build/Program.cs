using EmailSettings.Build;
using EmailSettings.Build.Help;
using EmailSettings.Build.Packages;

// Called by src/EmailSettings.PowerShell/Stage.targets, one command per target, and by build.ps1.
try
{
    switch (args)
    {
        case ["help", var docs, var assembly, var output]:
            HelpFiles.Write(docs, assembly, output);
            return 0;
        case ["pack", var stage, var assets, var packages]:
            ModulePackages.Write(stage, assets, packages);
            return 0;
        case ["tool", var stage, var assets, var nativeAssets, var packages]:
            ToolPackages.Write(stage, assets, nativeAssets, packages);
            return 0;
        case ["native", var project, var platform]:
            Console.Write(NativeCompiler.Missing(project, platform));
            return 0;
        default:
            Console.Error.WriteLine("""
                help DOCS ASSEMBLY OUTPUT                 Markdown pages to MAML and about topics
                pack STAGE ASSETS PACKAGES                staged module to nupkg, zip, bill of materials and checksums
                tool STAGE ASSETS NATIVE-ASSETS PACKAGES  unpacked packages of the command line to nupkg, bill of materials and checksums
                native PROJECT PLATFORM                   why a project cannot be compiled ahead of time here; nothing where it can
                """);
            return 2;
    }
}
catch (BuildException e)
{
    // The format that MSBuild shows as a build error.
    Console.Error.WriteLine($"error ES0001: {e.Message}");
    return 1;
}
