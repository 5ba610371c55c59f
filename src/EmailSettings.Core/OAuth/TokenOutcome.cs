using System.Diagnostics.CodeAnalysis;

namespace EmailSettings.Core.OAuth;

/// <summary>Either a token with its facts, or a failure. Disposing wipes the token.</summary>
public sealed class TokenOutcome : IDisposable
{
    internal TokenOutcome(AccessToken token, TokenFacts facts)
    {
        Token = token;
        Facts = facts;
    }

    internal TokenOutcome(TokenFailure failure) => Failure = failure;

    /// <summary>Whether there is a token.</summary>
    [MemberNotNullWhen(true, nameof(Token), nameof(Facts))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Token is not null;

    /// <summary>The token.</summary>
    public AccessToken? Token { get; }

    /// <summary>The facts of the token.</summary>
    public TokenFacts? Facts { get; }

    /// <summary>Why there is no token.</summary>
    public TokenFailure? Failure { get; }

    /// <inheritdoc/>
    public void Dispose() => Token?.Dispose();
}
