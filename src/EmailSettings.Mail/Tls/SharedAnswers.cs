using System.Collections.Concurrent;

namespace EmailSettings.Mail.Tls;

/// <summary>
/// Shares network answers among the tests of many servers: each is requested once and cached for a while, even a missing one.
/// </summary>
/// <param name="kept">How long an answer is cached: long enough for the other tests of a run, too short for a manual
/// retry.</param>
internal sealed class SharedAnswers<T>(TimeSpan kept)
{
    private readonly ConcurrentDictionary<(string Question, TimeSpan Limit), Lazy<Task<T>>> _answers = new();

    /// <summary>Gets the answer to a question, asking it if nobody has.</summary>
    /// <param name="question">The question.</param>
    /// <param name="limit">The time limit, part of the key: a patient caller does not get the timeout of an impatient
    /// one.</param>
    /// <param name="ask">Asks the question, independently of any caller and without blocking.</param>
    public Task<T> GetAsync(string question, TimeSpan limit, Func<Task<T>> ask)
    {
        var key = (question, limit);
        var mine = new Lazy<Task<T>>(ask);
        var answer = _answers.GetOrAdd(key, mine);
        if (answer == mine)
            _ = ForgetAsync(KeyValuePair.Create(key, mine));
        return answer.Value;
    }

    private async Task ForgetAsync(KeyValuePair<(string Question, TimeSpan Limit), Lazy<Task<T>>> answer)
    {
        await Task.WhenAny(answer.Value.Value).ConfigureAwait(false);
        await Task.Delay(kept).ConfigureAwait(false);
        _answers.TryRemove(answer);
    }
}
