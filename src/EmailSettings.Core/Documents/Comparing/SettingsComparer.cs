using System.Security.Cryptography;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Changes.History;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Vault;

namespace EmailSettings.Core.Documents.Comparing;

/// <summary>Compares two sides, field by field.</summary>
internal sealed class SettingsComparer : IDisposable
{
    private readonly ComparedSide _left;
    private readonly ComparedSide _right;
    private readonly IReadOnlyList<PathPattern> _ignore;
    private readonly IOperationHost _host;
    private readonly SideSecrets _leftSecrets;
    private readonly SideSecrets _rightSecrets;
    private readonly List<SettingDifference> _differences = [];
    private readonly List<string> _unknown = [];
    private int _unchanged;
    private int _ignored;

    /// <param name="left">The left side.</param>
    /// <param name="right">The right side.</param>
    /// <param name="ignore">Patterns of settings to exclude.</param>
    /// <param name="open">Returns the certificates for decrypting a side's secrets.</param>
    /// <param name="host">Receives a warning for each secret that could not be compared.</param>
    public SettingsComparer(ComparedSide left, ComparedSide right, IReadOnlyList<PathPattern> ignore, Func<StoredState, CertificateVault> open, IOperationHost host)
    {
        _left = left;
        _right = right;
        _ignore = ignore;
        _host = host;
        _leftSecrets = new SideSecrets(left, open);
        _rightSecrets = new SideSecrets(right, open);
    }

    public SettingsComparison Compare()
    {
        Block(SettingBlocks.Basic, state => state.Basic, draft => draft.Basic);
        Block(SettingBlocks.Attachments, state => state.Attachments, draft => draft.Attachments);
        Block(SettingBlocks.ErrorTexts, state => state.ErrorTexts, draft => draft.ErrorTexts);
        Servers();
        Block(SettingBlocks.Outgoing, state => state.OutgoingServer, draft => draft.Outgoing);
        Secret(SecretPath.OutgoingPassword, SecretKey.OutgoingPassword, SecretKey.OutgoingPassword);
        Secret(SecretPath.OutgoingSecret, SecretKey.OutgoingSecret, SecretKey.OutgoingSecret);
        Secret(SecretPath.SmsPassword, SecretKey.SmsPassword, SecretKey.SmsPassword);
        if (_left.NamesCertificate || _right.NamesCertificate) Certificate();
        return new SettingsComparison(_differences.OrderBy(difference => "-~+".IndexOf(difference.Sign, StringComparison.Ordinal)).ToList(), _unchanged, _ignored, _unknown);
    }

    public void Dispose()
    {
        _leftSecrets.Dispose();
        _rightSecrets.Dispose();
    }

    private void Block<TBlock>(SettingBlock<TBlock> table, Func<StoredState, TBlock> of, Func<ChangeDraft, BlockDraft<TBlock>> draftOf)
    {
        foreach (var field in table.ValueFields)
            Field(table.Path, field, _left.Names(draftOf, field), _right.Names(draftOf, field), of(_left.State), of(_right.State));
    }

    private void Servers()
    {
        if (!_left.ListsServers || !_right.ListsServers) return;
        foreach (var (left, right) in ServerPairs.Of(_left.Servers, _right.Servers, server => server.After, !AreBothPartial))
        {
            if (left is null || right is null) Add(PathOf((left ?? right)!.After), left?.Name, right?.Name);
            else Server(left, right);
        }
    }

    private void Server(ServerDraft left, ServerDraft right)
    {
        if (left.Name == right.Name) _unchanged++;
        else Add($"{PathOf(left.After)}.name", left.Name, right.Name);
        var fields = SettingBlocks.Incoming.ValueFields;
        for (var i = 0; i < fields.Count; i++)
        {
            if (left == right && left.IsNamed(fields[i])) _unchanged++;
            else Field(left.After, fields[i], _left.Names(left, fields[i]), _right.Names(right, fields[i]), left.After, right.After);
        }
        Secret(left.After, SecretKey.Incoming(left.Id), SecretKey.Incoming(right.Id));
    }

    private void Certificate()
    {
        var (isLeftNamed, isRightNamed) = (_left.NamesCertificate, _right.NamesCertificate);
        if (isLeftNamed && isRightNamed && _left.Certificate == _right.Certificate) _unchanged++;
        else AddNamed("certificate", isLeftNamed, isRightNamed, _left.Certificate, _right.Certificate);
    }

    private void Field<TBlock>(object block, SettingField<TBlock> field, bool isLeftNamed, bool isRightNamed, TBlock left, TBlock right)
    {
        if (isLeftNamed && isRightNamed && field.IsSame(left, right)) _unchanged++;
        else if (isLeftNamed || isRightNamed) AddNamed($"{PathOf(block)}.{field.JsonName}", isLeftNamed, isRightNamed, field.GetPlain(left), field.GetPlain(right));
    }

    // Between two documents, a field named by only one of them is a difference. Compared with full settings, fields that a
    // document does not name are not.
    private void AddNamed(string path, bool isLeftNamed, bool isRightNamed, object? left, object? right)
    {
        if (isLeftNamed && isRightNamed) Add(path, left, right);
        else if (AreBothPartial) Add(path, isLeftNamed ? left : null, isRightNamed ? right : null, isLeftNamed ? ComparisonSide.Right : ComparisonSide.Left);
    }

    private bool AreBothPartial => _left.IsPartial && _right.IsPartial;

    private void Secret(object place, SecretKey leftKey, SecretKey rightKey)
    {
        var (isLeftNamed, isRightNamed) = (_left.Names(leftKey), _right.Names(rightKey));
        var (isLeftSet, isRightSet) = (isLeftNamed && _left.HasSecret(leftKey), isRightNamed && _right.HasSecret(rightKey));
        if (isLeftNamed == isRightNamed && !isLeftSet && !isRightSet) return;
        var path = place as string ?? SecretPath.OfServer(PathOf(place));
        if (isLeftNamed != isRightNamed || isLeftSet != isRightSet)
            AddNamed(path, isLeftNamed, isRightNamed, isLeftSet ? FieldChange.Masked : null, isRightSet ? FieldChange.Masked : null);
        else if (!IsIgnored(path))
            Texts(path, leftKey, rightKey);
    }

    private void Texts(string path, SecretKey leftKey, SecretKey rightKey)
    {
        try
        {
            if (_leftSecrets.ProtectedText(leftKey) is { } same && same == _rightSecrets.ProtectedText(rightKey))
            {
                _unchanged++;
                return;
            }
            using var left = _leftSecrets.Open(leftKey);
            using var right = _rightSecrets.Open(rightKey);
            if (left is null || right is null) Unknown(path, "past secrets are not kept, and secrets without a target cannot be decrypted");
            else if (CryptographicOperations.FixedTimeEquals(left.Span, right.Span)) _unchanged++;
            else Add(path, FieldChange.Masked, FieldChange.Masked);
        }
        catch (EmailSettingsException e)
        {
            Unknown(path, e.Faults[0].Cause.TrimEnd('.'));
        }
    }

    private void Unknown(string path, string why)
    {
        _unknown.Add(path);
        _host.Warn(SettingsWarnings.SecretNotCompared.At(path, detail: why));
    }

    private void Add(string path, object? left, object? right, ComparisonSide? notNamed = null)
    {
        if (IsIgnored(path)) _ignored++;
        else _differences.Add(new SettingDifference(path, Plain(left), Plain(right), Severity.Error) { NotNamed = notNamed });
    }

    private bool IsIgnored(string path) => _ignore.Any(pattern => pattern.Covers(path));

    // Paths are only built for differences.
    private static string PathOf(object block) => block as string ?? SettingBlocks.PathOfServer(((IncomingMailServer)block).Name);

    private static object? Plain(object? value) => value is int number ? (long)number : value;
}
