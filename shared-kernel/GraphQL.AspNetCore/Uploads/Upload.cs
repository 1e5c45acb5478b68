using System.Text.Json;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.Response;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.AspNetCore.Uploads;

/// <summary>The value of the scalar <c>Upload</c>: says which of the request's files is meant (GraphQL multipart request
/// specification).</summary>
public sealed class Upload
{
    // Stands in the variables in a file's place. The control character keeps it apart from what people send as text.
    private const string Mark = "\u001Ffile:";

    private readonly string key;

    private Upload(string key) => this.key = key;

    /// <summary>The scalar, to be added to a schema whose mutations take files.</summary>
    public static ScalarTypeDefinition Scalar { get; } = new("Upload", new Coercions())
    {
        Description = "A file that is sent beside the operation in a multipart request. A variable, never a literal.",
        SpecifiedByUrl = "https://github.com/jaydenseric/graphql-multipart-request-spec",
    };

    /// <summary>The file itself.</summary>
    /// <param name="request">The request that the upload came with.</param>
    /// <returns>The file, which lives as long as the request.</returns>
    /// <exception cref="GraphQLException">The request brings no such file.</exception>
    public UploadedFile In(RequestContext request) =>
        request.Features.Get<UploadedFiles>()?.Find(key) ?? throw new GraphQLException("The request brings no such file.", "BAD_REQUEST");

    internal static string PlaceholderOf(string key) => Mark + key;

    private sealed class Coercions : ScalarCoercion
    {
        private const string Message = "Upload values are files of a multipart request.";

        public override Coercion CoerceInput(JsonElement value) =>
            value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.StartsWith(Mark, StringComparison.Ordinal)
                ? Coercion.To(new Upload(text[Mark.Length..]))
                : Coercion.Fail(Message);

        public override Coercion CoerceLiteral(ValueNode literal) => Coercion.Fail(Message);

        public override Coercion CoerceResult(object value) => Coercion.Fail("Upload values cannot be answered.");

        public override void Write(object value, JsonSink sink) => sink.WriteNull();
    }
}
