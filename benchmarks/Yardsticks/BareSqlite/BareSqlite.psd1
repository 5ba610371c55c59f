@{
    RootModule        = 'BareSqlite.dll'
    ModuleVersion     = '1.0.0'
    GUID              = '5a2e3d4c-9b8a-4f71-8c62-d3e4f5061728'
    Author            = 'The EmailSettings maintainers'
    Description       = 'The least module that reads and changes one row of an SQLite file.'
    FunctionsToExport = @()
    CmdletsToExport   = @('Get-BareRow', 'Set-BareRow')
    VariablesToExport = @()
    AliasesToExport   = @()
}
