using System.Globalization;
using System.Text;

namespace EmailSettings.PowerShell.Tests.Delegation;

/// <summary>Formats a role as a PowerShell role capability file.</summary>
internal static class RoleCapabilityText
{
    /// <summary>Gets the text of the file.</summary>
    public static string Of(DelegatedRole role)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            # Generated from tests/EmailSettings.PowerShell.Tests/Delegation, as a test verifies. Grant the role's members
            # {{string.Join(", ", role.Rights)}} with Grant-EmailSettingsRight as well: the endpoint exposes the cmdlets, the rights allow them.
            @{
                GUID             = '{{role.Id}}'
                Author           = 'EmailSettings'
                Description      = '{{role.Description}}'
                ModulesToImport  = 'EmailSettings'

                # Needed for completion.
                VisibleFunctions = 'TabExpansion2'

                # Every allowed parameter, without those for a path, a store or another target.
                VisibleCmdlets   = @(

            """);
        foreach (var cmdlet in DelegatedCmdlets.Of(role))
        {
            var parameters = DelegatedCmdlets.Parameters(cmdlet).Select(parameter => $"@{{ Name = '{parameter}' }}").ToList();
            text.Append(parameters.Count == 0
                ? $"        @{{ Name = '{cmdlet.Name}'; Parameters = @() }}\n"
                : $"        @{{\n            Name       = '{cmdlet.Name}'\n            Parameters = @(\n{string.Concat(parameters.Select(parameter => $"                {parameter}\n"))}            )\n        }}\n");
        }
        return text.Append("    )\n}\n").ToString().ReplaceLineEndings("\n");
    }
}
