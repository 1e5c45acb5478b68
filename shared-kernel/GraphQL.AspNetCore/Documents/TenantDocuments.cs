namespace Modular.GraphQL.AspNetCore.Documents;

/// <summary>The registered documents of one tenant. Texts are kept once; a registration says that a client has shown that it knows one.</summary>
internal sealed class TenantDocuments(PersistedDocumentOptions options)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Client, string Hash), Registration> registrations = [];
    private readonly Dictionary<string, Text> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LinkedList<Registration>> byClient = new(StringComparer.Ordinal);

    // The most recently used come first, here and in the list of each client.
    private readonly LinkedList<Registration> all = [];
    private long bytes;

    public bool TryFind(string client, string hash, out ReadOnlyMemory<byte> document)
    {
        lock (gate)
        {
            document = default;
            if (!registrations.TryGetValue((client, hash), out var registration))
                return false;

            MoveToFront(registration);
            document = registration.Text.Document;
            return true;
        }
    }

    public void Add(string client, string hash, ReadOnlyMemory<byte> document)
    {
        lock (gate)
        {
            if (registrations.TryGetValue((client, hash), out var known))
            {
                MoveToFront(known);
                return;
            }

            var registration = new Registration(client, hash, TextOf(hash, document));
            registrations.Add((client, hash), registration);
            all.AddFirst(registration.InAll);
            var own = OwnOf(client);
            own.AddFirst(registration.InOwn);
            while (own.Count > options.MaxRegistrationsPerClient)
                Remove(own.Last!.Value);
            while (all.Count > 1 && (all.Count > options.MaxRegistrationsPerTenant || bytes > options.MaxBytesPerTenant))
                Remove(all.Last!.Value);
        }
    }

    private Text TextOf(string hash, ReadOnlyMemory<byte> document)
    {
        if (!texts.TryGetValue(hash, out var text))
        {
            texts.Add(hash, text = new Text(document.ToArray()));
            bytes += document.Length;
        }

        text.Registrations++;
        return text;
    }

    private LinkedList<Registration> OwnOf(string client)
    {
        if (!byClient.TryGetValue(client, out var own))
            byClient.Add(client, own = []);
        return own;
    }

    private void MoveToFront(Registration registration)
    {
        all.Remove(registration.InAll);
        all.AddFirst(registration.InAll);
        var own = byClient[registration.Client];
        own.Remove(registration.InOwn);
        own.AddFirst(registration.InOwn);
    }

    private void Remove(Registration registration)
    {
        registrations.Remove((registration.Client, registration.Hash));
        all.Remove(registration.InAll);
        var own = byClient[registration.Client];
        own.Remove(registration.InOwn);
        if (own.Count == 0)
            byClient.Remove(registration.Client);
        if (--registration.Text.Registrations > 0)
            return;

        texts.Remove(registration.Hash);
        bytes -= registration.Text.Document.Length;
    }

    private sealed class Text(byte[] document)
    {
        public ReadOnlyMemory<byte> Document { get; } = document;

        public int Registrations { get; set; }
    }

    private sealed class Registration
    {
        public Registration(string client, string hash, Text text)
        {
            (Client, Hash, Text) = (client, hash, text);
            InAll = new(this);
            InOwn = new(this);
        }

        public string Client { get; }

        public string Hash { get; }

        public Text Text { get; }

        public LinkedListNode<Registration> InAll { get; }

        public LinkedListNode<Registration> InOwn { get; }
    }
}
