@{
    RootModule        = 'OneCmdlet.dll'
    ModuleVersion     = '1.0.0'
    GUID              = '4f1d2c3b-8a79-4e60-9b51-c2d3e4f50617'
    Author            = 'The EmailSettings maintainers'
    Description       = 'The least module with a manifest.'
    FunctionsToExport = @()
    CmdletsToExport   = @('Get-Nothing')
    VariablesToExport = @()
    AliasesToExport   = @()
}
