using System.Text.Json;
using EmailSettings.Testing;

namespace EmailSettings.Cli.Tests;

/// <summary>The JSON samples of the contract, one of each.</summary>
public sealed class JsonTests(ContosoHome home) : IClassFixture<ContosoHome>
{
    [Fact]
    public void The_first_setup_shows_settings_health_and_what_is_still_to_be_entered()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        Assert.Equal((0, ""), (home.First.ExitCode, home.First.Errors));
        Assert.Equal(
            $"{{store,certificate{JsonShape.Certificate},certificateCreated,import{JsonShape.Change.Replace("{id,path,text,hint}", "", StringComparison.Ordinal)},settings{JsonShape.Settings},"
                + "health{status,checks[{check,status,findings[]}]},stillToEnter[]}",
            JsonShape.Of(home.First.Json));
        Assert.Equal("Passed", home.First.Json.GetProperty("health").GetProperty("status").GetString());
        Assert.Equal(home.Store, home.First.Json.GetProperty("store").GetString());
    }

    [Fact]
    public void Show_basic_is_the_sample()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        var answer = home.Run("show", "basic", "--output", "json");

        Assert.Equal(
            """{"attachmentEncodings":"wav=base64;txt=7bit;*=8bit","bodyCharset":"utf-8","sentEncoding":"8bit","maxIncomingSizeKB":20000,"maxSentSizeMB":100,"maxSentAttachmentMB":10}""" + "\n",
            answer.Output);
        Assert.Equal((0, ""), (answer.ExitCode, answer.Errors));
    }

    [Fact]
    public void Show_outgoing_gives_every_field_and_the_state_of_the_password()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        var json = home.Run("--output", "json", "show", "outgoing").Json;

        Assert.Equal(JsonShape.Outgoing, JsonShape.Of(json));
        var state = json.GetProperty("passwordState");
        Assert.True(state.GetProperty("isSet").GetBoolean());
        Assert.Matches("^[0-9A-F]{40}$", state.GetProperty("thumbprint").GetString());
        Assert.Matches("^20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$", state.GetProperty("since").GetString());
        Assert.Equal(("Basic", 587, true, JsonValueKind.Null),
            (json.GetProperty("authentication").GetString(), json.GetProperty("port").GetInt32(), json.GetProperty("useSsl").GetBoolean(), json.GetProperty("address").ValueKind));
    }

    [Fact]
    public void Show_all_holds_every_block_the_certificate_and_the_revision()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        var json = home.Run("show", "--output", "json").Json;

        Assert.Equal(JsonShape.Settings, JsonShape.Of(json));
        Assert.False(json.GetProperty("attachments").GetProperty("restartRequired").GetBoolean());
        Assert.Equal(2, json.GetProperty("incomingServers").GetArrayLength());
        Assert.Equal(2, json.GetProperty("revision").GetInt32());
    }

    [Fact]
    public void Show_incoming_gives_the_list_and_with_a_name_one_server()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        Assert.Equal($"[{JsonShape.Incoming}]", JsonShape.Of(home.Run("show", "incoming", "--output", "json").Json));

        var one = home.Run("show", "incoming", "CONTOSO SALES", "--output", "json").Json;
        Assert.Equal(JsonShape.Incoming, JsonShape.Of(one));
        Assert.Equal("2027-09-30", one.GetProperty("secretExpires").GetString());
    }

    [Fact]
    public void A_change_lists_its_fields_its_revision_and_its_warnings()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        var answer = home.Run("set", "outgoing", "maxEmailSizeMB=101", "--what-if", "--output", "json");

        Assert.Equal(JsonShape.Change, JsonShape.Of(answer.Json));
        var change = answer.Json.GetProperty("changed")[0];
        Assert.Equal(("outgoingServer.maxEmailSizeMB", 35, 101),
            (change.GetProperty("path").GetString(), change.GetProperty("from").GetInt32(), change.GetProperty("to").GetInt32()));
        Assert.Equal((2, true), (answer.Json.GetProperty("revision").GetInt32(), answer.Json.GetProperty("whatIf").GetBoolean()));
        Assert.Equal("Limits.AboveFixedCap", answer.Json.GetProperty("warnings")[0].GetProperty("id").GetString());
        Assert.Equal(["Limits.AboveFixedCap"], answer.WarningIds);
        Assert.Equal(0, answer.ExitCode);
    }

    [Fact]
    public void Secrets_are_listed_by_purpose_with_their_state()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        var json = home.Run("secret", "list", "--output", "json").Json;

        Assert.StartsWith("[{purpose,isSet,thumbprint,decrypts,since,expires,daysLeft", JsonShape.Of(json), StringComparison.Ordinal);
        Assert.Equal(
            [(ContosoHome.IncomingSecret, "True"), ("outgoing.password", "True"), ("sms.password", "")],
            json.EnumerateArray().Select(secret => (secret.GetProperty("purpose").GetString()!, secret.GetProperty("decrypts").ToString())));
    }

    [Fact]
    public void Certificate_show_and_test_tell_whether_its_key_is_usable()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        var shown = home.Run("certificate", "show", "--output", "json").Json;
        var tested = home.Run("certificate", "test", "--output", "json");

        Assert.Equal(JsonShape.Certificate, JsonShape.Of(shown));
        Assert.True(shown.GetProperty("keyUsable").GetBoolean());
        Assert.Equal((@"CurrentUser\My", 3072), (shown.GetProperty("location").GetString(), shown.GetProperty("keySize").GetInt32()));
        Assert.Equal((0, "Passed"), (tested.ExitCode, tested.Json.GetProperty("status").GetString()));
        Assert.Equal(shown.GetProperty("thumbprint").GetString(), tested.Json.GetProperty("thumbprint").GetString());
    }

    [Fact]
    public void History_is_one_line_per_change_newest_first_with_secrets_masked()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        var all = home.Run("history", "--output", "json").JsonLines;
        var last = Assert.Single(home.Run("history", "--last", "1", "--output", "json").JsonLines);

        Assert.All(all, row => Assert.Equal("{revision,time,account,host,source,refusal,changes[{path,from,to}]}", JsonShape.Of(row)));
        Assert.Equal([2, 1], all.Select(row => row.GetProperty("revision").GetInt32()));
        Assert.Equal(2, last.GetProperty("revision").GetInt32());
        Assert.Contains(last.GetProperty("changes").EnumerateArray(), change =>
            change.GetProperty("path").GetString() == "outgoingServer.password" && change.GetProperty("to").GetString() == "***");
        Assert.Equal("cli", last.GetProperty("source").GetString());
    }

    [Fact]
    public void Test_all_gives_a_status_and_its_checks()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        var early = home.Run("test", "all", "--output", "json");
        var late = home.Run("test", "all", "--days-before", "36500", "--output", "json");

        Assert.Equal((0, "Passed"), (early.ExitCode, early.Json.GetProperty("status").GetString()));
        Assert.Equal("Store,Settings,Certificate,Secrets", string.Join(',', early.Json.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("check").GetString())));
        Assert.Equal((0, "Warning"), (late.ExitCode, late.Json.GetProperty("status").GetString()));
        Assert.Contains("Secret.ClientSecretExpiresSoon", late.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Store_and_restart_answer_as_objects_or_null()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        var store = home.Run("store", "show", "--output", "json").Json;

        Assert.Equal("{location,kind,exists,revision,schemaVersion,lastChange}", JsonShape.Of(store));
        Assert.Equal("null\n", home.Run("restart", "show", "--output", "json").Output);
    }

    [Fact]
    public void A_refusal_is_one_document_on_standard_error()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        var answer = home.Run("set", "basic", "maxIncomingSizeKB=0", "bodyCharset=nix", "nix=1", "--output", "json");

        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.Equal("{errors[{id,path,text,hint}]}", JsonShape.Of(JsonDocument.Parse(answer.Errors).RootElement));
        Assert.Equal(["MaxIncomingSizeOutOfRange", "CharsetUnknown", "FieldUnknown"], answer.Refused.Select(error => error.GetProperty("id").GetString()));
        Assert.Equal("basic.maxIncomingSizeKB", answer.Refused[0].GetProperty("path").GetString());
    }
}
