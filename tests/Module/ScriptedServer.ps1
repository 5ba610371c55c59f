# For tests that need a mail server which says what they want.

# A server in a runspace of its own that says the same to every client: a greeting, then an answer to each line, by its
# first word that is a key. What no key fits is met with silence.
function Start-Server([string[]] $Greeting, [hashtable] $Answers) {
    $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $listener.Start()
    $heard = [Collections.Concurrent.ConcurrentQueue[string]]::new()
    $shell = [powershell]::Create().AddScript({
            param($Listener, $Greeting, $Answers, $Heard)
            while ($true) {
                $client = $Listener.AcceptTcpClient()
                try {
                    $stream = $client.GetStream()
                    $reader = [IO.StreamReader]::new($stream)
                    $writer = [IO.StreamWriter]::new($stream)
                    $writer.NewLine = "`r`n"
                    $writer.AutoFlush = $true
                    foreach ($line in $Greeting) { $writer.WriteLine($line) }
                    while ($null -ne ($line = $reader.ReadLine())) {
                        $Heard.Enqueue($line)
                        $tag, $rest = $line -split ' ', 2
                        $key = @($tag, ("$rest" -split ' ')[0]).Where({ $Answers.ContainsKey($_) }, 'First')
                        foreach ($answer in $key ? $Answers[$key[0]] : @()) { $writer.WriteLine($answer.Replace('TAG', $tag)) }
                    }
                } catch [IO.IOException] { $null = $_ } finally { $client.Dispose() }
            }
        }).AddArgument($listener).AddArgument($Greeting).AddArgument($Answers).AddArgument($heard)
    $null = $shell.BeginInvoke()
    [pscustomobject]@{ Port = $listener.LocalEndpoint.Port; Listener = $listener; Shell = $shell; Heard = $heard }
}

function Stop-Server($Server) {
    $Server.Listener.Stop()
    $Server.Shell.Stop()
    $Server.Shell.Dispose()
}
