using EmailSettings.Cli.Output;
using EmailSettings.Core.Documents;

namespace EmailSettings.Cli.Views;

/// <summary>What an export wrote.</summary>
internal static class ExportViews
{
    public static View Of(ExportResult result) => new(
        (Row[])[new("file", result.Path), new("secrets", result.Secrets), new("revision", result.Revision), new("whatIf", result.WhatIf)],
        page => page.Line(result.WhatIf ? $"Would write the settings to {result.Path}." : $"Settings written to {result.Path}. A document holds no key."));
}
