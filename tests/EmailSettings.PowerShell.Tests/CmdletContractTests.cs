using System.Management.Automation;
using System.Security;
using System.Text.RegularExpressions;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Tests;

public sealed partial class CmdletContractTests
{
    private static readonly string[] DangerousCmdlets =
        ["Remove-IncomingMailServer", "Remove-MailPassword", "Reset-OutgoingMailServer", "Restore-EmailSettingsStore"];

    public static TheoryData<CmdletContract> Cmdlets => [.. CmdletContract.All];

    public static TheoryData<CmdletContract> Changes => [.. CmdletContract.All.Where(cmdlet => cmdlet.IsChange)];

    public static TheoryData<CmdletContract> TakingProperties => [.. CmdletContract.All.Where(cmdlet => cmdlet.Parameters.Any(TakesProperties))];

    public static TheoryData<SettingBlock, string> Blocks => new()
    {
        { SettingBlocks.Basic, "Set-EmailBasicSettings" },
        { SettingBlocks.Attachments, "Set-EmailAttachmentSettings" },
        { SettingBlocks.ErrorTexts, "Set-EmailErrorTexts" },
        { SettingBlocks.Outgoing, "Set-OutgoingMailServer" },
        { SettingBlocks.Incoming, "Set-IncomingMailServer" },
        { SettingBlocks.Incoming, "New-IncomingMailServer" },
    };

    [Fact]
    public void There_are_cmdlets_to_check() => Assert.True(CmdletContract.All.Count >= 39);

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_class_is_named_after_its_cmdlet(CmdletContract cmdlet) =>
        Assert.Equal($"{cmdlet.Verb}{cmdlet.Noun}Command", cmdlet.Type.Name);

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_verb_is_approved(CmdletContract cmdlet)
    {
        var approved = new[] { typeof(VerbsCommon), typeof(VerbsData), typeof(VerbsLifecycle), typeof(VerbsDiagnostic), typeof(VerbsCommunications), typeof(VerbsSecurity), typeof(VerbsOther) }
            .SelectMany(verbs => verbs.GetFields()).Select(field => (string)field.GetRawConstantValue()!);
        Assert.Contains(cmdlet.Verb, approved);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_supports_WhatIf_and_returns_its_result_only_on_request(CmdletContract cmdlet)
    {
        Assert.True(cmdlet.SupportsShouldProcess);
        Assert.True(cmdlet.Verb == "Initialize" || cmdlet.Parameters.Any(parameter => parameter.Name == "PassThru"));
    }

    [Fact]
    public void Exactly_the_documented_cmdlets_have_high_impact() =>
        Assert.Equal(DangerousCmdlets, CmdletContract.All.Where(cmdlet => cmdlet.IsHighImpact).Select(cmdlet => cmdlet.Name).Order());

    [Fact]
    public void Exactly_the_documented_cmdlets_are_dangerous_only_as_they_are_called()
    {
        var dangerous = CmdletContract.All.Where(cmdlet => cmdlet.Type.GetProperty("IsDangerous", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.DeclaringType == cmdlet.Type);
        Assert.Equal(["Import-EmailSettings", "Unprotect-MailPassword"], dangerous.Select(cmdlet => cmdlet.Name).Order());
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void It_declares_its_outputs(CmdletContract cmdlet) => Assert.NotEmpty(CmdletContract.Data(cmdlet.Type, nameof(OutputTypeAttribute)));

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void No_secret_is_passed_as_a_string(CmdletContract cmdlet)
    {
        foreach (var parameter in cmdlet.Parameters.Where(parameter => SecretName().IsMatch(parameter.Name)))
        {
            // A hashtable of SecureStrings by purpose is checked when it is read.
            Assert.Contains(parameter.PropertyType, new[] { typeof(SecureString), typeof(PSCredential), typeof(System.Collections.IDictionary) });
        }
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_whole_number_is_never_rounded_and_a_piped_plain_text_secret_is_detected(CmdletContract cmdlet)
    {
        foreach (var parameter in cmdlet.Parameters)
        {
            var type = Nullable.GetUnderlyingType(parameter.PropertyType) ?? parameter.PropertyType;
            if (type == typeof(int) || type == typeof(long)) Assert.Single(CmdletContract.Data(parameter, nameof(WholeNumberAttribute)));
            if (type == typeof(SecureString) && TakesProperties(parameter)) Assert.Single(CmdletContract.Data(parameter, nameof(SecretInputAttribute)));
        }
    }

    [Theory]
    [MemberData(nameof(TakingProperties))]
    public void A_cmdlet_that_takes_properties_sees_the_object_they_come_from(CmdletContract cmdlet)
    {
        var whole = Assert.Single(cmdlet.Parameters, parameter => parameter.PropertyType == typeof(PSObject));
        Assert.Equal("InputObject", whole.Name);
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Positions_are_gapless_from_zero_in_each_parameter_set(CmdletContract cmdlet)
    {
        var positions = cmdlet.Parameters.SelectMany(parameter => CmdletContract.Data(parameter, nameof(ParameterAttribute)))
            .Select(data => (Set: data.NamedArguments.FirstOrDefault(argument => argument.MemberName == "ParameterSetName").TypedValue.Value as string ?? "",
                Position: data.NamedArguments.Where(argument => argument.MemberName == "Position").Select(argument => (int?)argument.TypedValue.Value).SingleOrDefault()))
            .Where(parameter => parameter.Position is not null);
        foreach (var set in positions.GroupBy(parameter => parameter.Set))
            Assert.Equal(Enumerable.Range(0, set.Count()), set.Select(parameter => parameter.Position!.Value).Order());
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_path_is_not_a_switch_or_number(CmdletContract cmdlet) =>
        Assert.All(cmdlet.Parameters.Where(parameter => parameter.Name.EndsWith("Path", StringComparison.Ordinal)), parameter => Assert.Contains(parameter.PropertyType, new[] { typeof(string), typeof(string[]) }));

    [Fact]
    public void A_parameter_that_takes_a_file_is_named_so_but_a_store()
    {
        var folder = Path.Combine(RepositoryRoot(), "src", "EmailSettings.PowerShell");
        var asked = Directory.EnumerateFiles(folder, "*Command.cs", SearchOption.AllDirectories).Append(Path.Combine(folder, "ServerTests", "ServerTestCmdlet.cs"))
            .SelectMany(file => FileAsked().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.Contains("KeyPath", asked);
        Assert.All(asked.Except(["OtherStore"]), name => Assert.EndsWith("Path", name, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_client_secret_has_one_name() => Assert.Equal(
        ["New-IncomingMailServer", "Send-EmailTestMessage", "Set-IncomingMailServer", "Set-OutgoingMailServer", "Test-IncomingMailServer", "Test-OutgoingMailServer"],
        CmdletContract.All.Where(cmdlet => cmdlet.Parameters.Any(parameter => parameter.Name == "ClientSecret")).Select(cmdlet => cmdlet.Name).Order());

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Every_field_of_a_block_is_a_parameter_that_accepts_null_and_binds_by_property_name(SettingBlock block, string name)
    {
        var cmdlet = CmdletContract.All.Single(cmdlet => cmdlet.Name == name);
        foreach (var field in block.Fields.Where(field => !field.IsFixed))
        {
            var parameter = Assert.Single(cmdlet.Parameters, parameter => parameter.Name == FieldsCmdlet.ParameterOf(field.Name));
            Assert.True(!parameter.PropertyType.IsValueType || Nullable.GetUnderlyingType(parameter.PropertyType) is not null, $"{name} -{parameter.Name} cannot be null");
            if (parameter.PropertyType == typeof(string)) Assert.NotEmpty(CmdletContract.Data(parameter, nameof(KeepNullAttribute)));
            var binding = Assert.Single(CmdletContract.Data(parameter, nameof(ParameterAttribute)));
            Assert.Contains(binding.NamedArguments, argument => argument.MemberName == "ValueFromPipelineByPropertyName" && argument.TypedValue.Value is true);
        }
    }

    [Theory]
    [InlineData("Reset-EmailBasicSettings")]
    [InlineData("Reset-EmailAttachmentSettings")]
    [InlineData("Reset-EmailErrorTexts")]
    [InlineData("Reset-OutgoingMailServer")]
    public void Fields_to_reset_are_completed(string name)
    {
        var parameter = Assert.Single(CmdletContract.All.Single(cmdlet => cmdlet.Name == name).Parameters, parameter => parameter.Name == "Field");
        Assert.NotEmpty(CmdletContract.Data(parameter, nameof(ArgumentCompleterAttribute)));
    }

    [Fact]
    public void The_manifest_names_every_cmdlet_and_nothing_else()
    {
        var manifest = File.ReadAllText(Path.Combine(RepositoryRoot(), "EmailSettings.psd1"));
        var list = CmdletsToExport().Match(manifest).Groups[1].Value;
        Assert.Equal(CmdletContract.All.Select(cmdlet => cmdlet.Name).Order(), QuotedName().Matches(list).Select(match => match.Groups[1].Value).Order());
    }

    private static bool TakesProperties(System.Reflection.PropertyInfo parameter) => CmdletContract.Data(parameter, nameof(ParameterAttribute))
        .Any(data => data.NamedArguments.Any(argument => argument.MemberName == "ValueFromPipelineByPropertyName" && argument.TypedValue.Value is true));

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "EmailSettings.psd1"))) folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The manifest is not above the tests.");
        return folder;
    }

    [GeneratedRegex("^(Password|Secret|Passphrase|Credential|Token|ClientSecret)$")]
    private static partial Regex SecretName();

    [GeneratedRegex(@"CmdletsToExport\s*=\s*@\(([^)]*)\)")]
    private static partial Regex CmdletsToExport();

    [GeneratedRegex(@"\bFilePath\((\w+)\)")]
    private static partial Regex FileAsked();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex QuotedName();
}
