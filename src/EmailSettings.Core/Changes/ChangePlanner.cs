using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes.Rules;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes;

/// <summary>
/// Plans what a change does to a state: applies its steps, checks the rules, protects its secrets. Does not access the store.
/// </summary>
/// <param name="finder">Finds certificates.</param>
/// <param name="guard">Checks rights when stored secrets are decrypted.</param>
/// <param name="clock">The clock.</param>
internal sealed class ChangePlanner(CertificateFinder finder, AccessGuard guard, TimeProvider clock)
{
    /// <summary>Whether secrets are only validated, not protected, because the certificate does not exist yet.</summary>
    public bool ValidatesOnly { get; init; }

    /// <summary>Returns the parts of the store needed to plan a change.</summary>
    public static StoreParts PartsFor(SettingsChange change) => change.Steps.Aggregate(StoreParts.None, (parts, step) => parts | step switch
    {
        ChangeStep.Assign(var block, var assignments) => PartsFor(block) | PartsFor(block, assignments),
        ChangeStep.Reset(var block, _) => PartsFor(block),
        ChangeStep.ClearRestart => StoreParts.Attachments,
        ChangeStep.UseCertificate or ChangeStep.FindCertificate => StoreParts.Certificate,
        ChangeStep.GrantRight or ChangeStep.RevokeRight or ChangeStep.SwitchRights or ChangeStep.LockBlock => StoreParts.Access,
        _ => StoreParts.Incoming | StoreParts.Outgoing | StoreParts.Sms | StoreParts.Secrets | StoreParts.Certificate,
    });

    /// <summary>Plans the change, or refuses it with all its faults.</summary>
    /// <exception cref="EmailSettingsException">The change is refused.</exception>
    public PlannedChange Plan(StoredState before, SettingsChange change)
    {
        var draft = Draft(before, change);
        var secrets = SealSecrets(draft);
        if (draft.Faults.Count > 0) throw new EmailSettingsException(draft.Faults);
        return ChangeComparison.Compare(change, draft, secrets);
    }

    /// <summary>
    /// Returns the state after the change, for testing proposed settings. Nothing is protected, and a secret that would have to
    /// be re-entered is not a fault: the test does not send it to the new target.
    /// </summary>
    /// <exception cref="EmailSettingsException">The change would be refused.</exception>
    public ChangeDraft Preview(StoredState before, SettingsChange change)
    {
        var draft = Draft(before, change);
        var faults = draft.Faults.Where(fault => fault.Code != SettingsErrors.SecretRequiredAgain).ToList();
        return faults.Count == 0 ? draft : throw new EmailSettingsException(faults);
    }

    /// <summary>
    /// Binds the purpose of a secret entered with a change to its target after the change; unchanged if that is unknown.
    /// </summary>
    /// <inheritdoc cref="Preview"/>
    public SecretPurpose Bound(StoredState before, SettingsChange change, SecretPurpose purpose)
    {
        var draft = Preview(before, change);
        var key = purpose.ServerName is { } name && draft.FindServer(name) is { } server ? SecretKey.Incoming(server.Id) : SecretKey.OutgoingPassword;
        return Bound(draft, key, purpose) ?? purpose;
    }

    private ChangeDraft Draft(StoredState before, SettingsChange change)
    {
        var draft = new ChangeDraft(before);
        draft.Faults.AddRange(change.Faults);
        foreach (var step in change.Steps) Apply(draft, step);

        RefuseOtherSystem(draft);
        AttachmentRules.Check(draft, clock.GetUtcNow());
        OutgoingServerRules.Check(draft);
        foreach (var server in draft.Servers)
        {
            if (server.IsTouched && !server.IsRemoved) IncomingServerRules.Check(draft, server);
        }
        return draft;
    }

    private static StoreParts PartsFor(SettingBlock block) => block switch
    {
        SettingBlock<BasicSettings> => StoreParts.Basic,
        SettingBlock<AttachmentSettings> => StoreParts.Attachments,
        SettingBlock<ErrorTexts> => StoreParts.ErrorTexts,
        SettingBlock<OutgoingMailServer> => StoreParts.Outgoing | StoreParts.Secrets | StoreParts.Certificate,
        _ => StoreParts.Incoming | StoreParts.Secrets | StoreParts.Certificate,
    };

    // If the certificate is missing when a secret is to be protected, the error lists every secret to re-enter.
    private static StoreParts PartsFor(SettingBlock block, IReadOnlyList<Assignment> assignments) =>
        assignments.Any(assignment => assignment.Value is not null && block.Find(assignment.Field) is { IsSecret: true })
            ? StoreParts.Incoming | StoreParts.Secrets
            : StoreParts.None;

    private void Apply(ChangeDraft draft, ChangeStep step)
    {
        switch (step)
        {
            case ChangeStep.FindCertificate(var thumbprint):
                FindCertificate(draft, step, thumbprint);
                break;
            case ChangeStep.GrantRight(var right, var id, var name):
                AccessSteps.Grant(draft, new RightGrant(id, right.Name, name, clock.GetUtcNow()));
                break;
            case ChangeStep.RevokeRight(var right, var id, var name):
                AccessSteps.Revoke(draft, id, name, right);
                break;
            case ChangeStep.SwitchRights(var isEnabled):
                AccessSteps.Switch(draft, isEnabled);
                break;
            case ChangeStep.LockBlock(var block, var isLocked):
                AccessSteps.Lock(draft, block, isLocked, clock.GetUtcNow());
                break;
            default:
                Take(draft, step);
                break;
        }
    }

    /// <summary>Applies a step that changes only settings, as documents contain, to a draft.</summary>
    internal static void Take(ChangeDraft draft, ChangeStep step)
    {
        switch (step)
        {
            case ChangeStep.Assign(var block, var assignments):
                SingleBlockSteps.Assign(draft, block, step, assignments);
                break;
            case ChangeStep.Reset(var block, var fields):
                SingleBlockSteps.Reset(draft, block, fields);
                break;
            case ChangeStep.ClearRestart:
                draft.Basis["attachments.restartRequired"] = draft.Before.Restart is not null;
                draft.Restart = null;
                break;
            case ChangeStep.UseCertificate(var certificate):
                draft.Basis["certificate"] = draft.Before.Certificate?.Thumbprint;
                draft.Certificate = certificate;
                break;
            case ChangeStep.ReplaceSecrets(var secrets, _):
                SecretSteps.Replace(draft, secrets);
                break;
            case ChangeStep.SetSecret(var purpose, var text):
                SecretSteps.Set(draft, step, purpose, text, null);
                break;
            case ChangeStep.SetProtectedSecret(var purpose, var text):
                SecretSteps.Set(draft, step, purpose, null, text);
                break;
            case ChangeStep.RemoveSecret(var purpose, var mustExist):
                SecretSteps.Set(draft, step, purpose, null, null, mustExist);
                break;
            default:
                ServerSteps.Apply(draft, step);
                break;
        }
    }

    private void FindCertificate(ChangeDraft draft, ChangeStep step, string thumbprint)
    {
        draft.Basis["certificate"] = draft.Before.Certificate?.Thumbprint;
        if (draft.Before.Certificate?.Thumbprint == thumbprint) return;
        try
        {
            draft.Certificate = draft.Before.KnownCertificates.FirstOrDefault(known => known.Thumbprint == thumbprint) ?? Locate(thumbprint);
        }
        catch (EmailSettingsException e) when (e.Code == SecretErrors.CertificateNotFound && step.Line is not null)
        {
            draft.MissingCertificate = (thumbprint, step);
        }
        catch (EmailSettingsException e)
        {
            draft.Faults.AddRange(e.Faults.Select(fault => fault with { Field = "certificate", Line = step.Line }));
        }
    }

    // A document from another system: all its secrets must be re-entered.
    private static void RefuseOtherSystem(ChangeDraft draft)
    {
        if (draft.MissingCertificate is not var (thumbprint, step)) return;
        var secrets = draft.Secrets.Values.Where(secret => secret.ProtectedText is not null).Select(secret => secret.Purpose.ToString()).Order(StringComparer.Ordinal).ToList();
        draft.Refuse(SecretErrors.DocumentCertificateMissing, step.At ?? "certificate", step.Line, thumbprint,
            detail: secrets.Count == 0 ? "No secret of the document depends on it." : $"To re-enter: {string.Join(", ", secrets)}.");
    }

    private CertificateReference Locate(string thumbprint)
    {
        using var certificate = finder.Choose(thumbprint);
        return certificate.Info.Reference;
    }

    private Dictionary<SecretKey, StoredSecret> SealSecrets(ChangeDraft draft)
    {
        var stored = new Dictionary<SecretKey, StoredSecret>();
        if (draft.Secrets.Count == 0) return stored;
        using var sealer = new SecretSealer(draft, finder, guard, clock) { ValidatesOnly = ValidatesOnly };
        foreach (var (key, entry) in draft.Secrets.Where(secret => !secret.Value.IsRemoval))
        {
            // Without a target, address or client id already has a fault.
            if (Bound(draft, key, entry.Purpose) is not { } purpose) continue;
            // A secret is entered for its current target, which must not change before the commit.
            draft.Basis[$"{entry.Purpose} (target)"] = purpose.Target;
            if (entry.Purpose.Target is not null && entry.Purpose.Target != purpose.Target)
            {
                draft.Refuse(SettingsErrors.SecretRequiredAgain, entry.Path, entry.Line, purpose, detail: purpose.DifferencesFrom(entry.Purpose));
                continue;
            }
            try
            {
                stored[key] = entry.Text is { } text
                    ? sealer.Seal(key, purpose, text)
                    : sealer.Accept(key, purpose, entry.ProtectedText!);
                if (entry.ProtectedText is { } same && OutgoingServerRules.TargetChanges(draft, key) is { Length: > 0 } changes && sealer.IsStored(key, same))
                    draft.Refuse(SettingsErrors.SecretRequiredAgain, entry.Path, entry.Line, purpose, detail: changes);
            }
            catch (EmailSettingsException e)
            {
                draft.Faults.AddRange(e.Faults.Select(fault =>
                    entry.ProtectedText is null ? fault with { Line = entry.Line } : fault with { Field = entry.Path, Line = entry.Line }));
            }
        }
        return stored;
    }

    private static SecretPurpose? Bound(ChangeDraft draft, SecretKey key, SecretPurpose purpose)
    {
        if (purpose.UnboundName is not null) return purpose.BoundTo(draft.Outgoing.After);
        if (key.ServerId is not { } id) return purpose;
        return draft.FindServer(id)?.After is { Address: { } address, ClientId: { } client } server
            ? SecretPurpose.IncomingSecret(server.Name).BoundTo(address, client)
            : null;
    }
}
