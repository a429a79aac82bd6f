package cn.doublerandom.servicekit.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of this service as its OpenAPI document has them: methods, types taken and given.
 */
@Singleton
public class Addresses {
  /** The member of an operation that says the most bytes of its files. */
  public static final String MOST_BYTES = "x-most-bytes";

  /** What the document does not have is a page, which is read and not written. */
  private static final String PAGE = "text/html";

  /** A place of a path that may be any, as {@link #segments} writes it. */
  private static final Pattern OPEN_PLACE = Pattern.compile("[^/]+", Pattern.LITERAL);

  private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

  private final OpenApiDocumentService documents;
  private final String root;
  private @Nullable List<Address> known;

  /**
   * @param form matches the end of a path, which may begin with the service's root
   * @param whole matches the whole path
   * @param typesByMethod types of content that each method takes
   * @param givenByMethod types of content that each method answers with
   * @param bytesByMethod most bytes of the files that a method takes, where it says so
   * @param openMethods those that ask for no role
   */
  private record Address(
      Pattern form,
      Pattern whole,
      Map<String, List<String>> typesByMethod,
      Map<String, List<String>> givenByMethod,
      Map<String, Long> bytesByMethod,
      Set<String> openMethods) {}

  @Inject
  Addresses(
      OpenApiDocumentService documents,
      @ConfigProperty(name = "quarkus.http.root-path") String root) {
    this.documents = documents;
    this.root = root;
  }

  /** The methods an address takes, in order; OPTIONS and HEAD go with them. */
  public List<String> methods(String path) {
    NavigableSet<String> methods = new TreeSet<>();
    List<Address> matching = matching(path);
    matching.forEach(address -> methods.addAll(address.typesByMethod().keySet()));
    if (matching.isEmpty()) {
      methods.add("GET");
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    methods.add("OPTIONS");
    return List.copyOf(methods);
  }

  /** The types of content an address takes by any of its methods. */
  public List<String> typesTaken(String path) {
    NavigableSet<String> types = new TreeSet<>();
    matching(path).forEach(address -> address.typesByMethod().values().forEach(types::addAll));
    return List.copyOf(types);
  }

  /**
   * The types of content an address takes by a method; none where it takes no content.
   *
   * @param path the whole path, with the root of the service
   */
  public List<String> typesTaken(String method, String path) {
    String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return known().stream()
        .filter(address ->
            address.typesByMethod().containsKey(method) && address.whole().matcher(plain).matches())
        // A place that is named comes before one that may be any.
        .min(
            Comparator.comparingInt(
                address -> OPEN_PLACE.split(address.whole().pattern(), -1).length))
        .map(address -> address.typesByMethod().getOrDefault(method, List.of()))
        .orElse(List.of());
  }

  /** The types of content an address answers a method with. */
  public List<String> typesGiven(String path, String method) {
    NavigableSet<String> types = new TreeSet<>();
    List<Address> matching = matching(path);
    matching.forEach(
        address -> types.addAll(address.givenByMethod().getOrDefault(method, List.of())));
    return matching.isEmpty() ? List.of(PAGE) : List.copyOf(types);
  }

  /** The most bytes of a file that an address takes by a method, where it says so. */
  public OptionalLong mostBytes(String method, String path) {
    return known().stream()
        .filter(address ->
            address.bytesByMethod().containsKey(method) && address.whole().matcher(path).matches())
        .mapToLong(address -> address.bytesByMethod().getOrDefault(method, 0L))
        .findFirst();
  }

  /** Whether an address takes a method of anybody, whatever token comes with it. */
  public boolean isOpen(String method, String path) {
    return known().stream()
        .anyMatch(address ->
            address.openMethods().contains(method) && address.whole().matcher(path).matches());
  }

  /** What {@link #mostBytes} knows: templates of whole paths, and bytes. */
  public Map<String, Long> mostBytes() {
    Map<String, Long> most = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : paths().properties()) {
      bytesByMethod(path.getValue()).values().forEach(bytes -> most.put(own(path.getKey()), bytes));
    }
    return most;
  }

  private List<Address> matching(String path) {
    String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return known().stream().filter(address -> address.form().matcher(plain).matches()).toList();
  }

  private synchronized List<Address> known() {
    List<Address> read = known;
    if (read == null) {
      read = read();
      known = read;
    }
    return read;
  }

  private List<Address> read() {
    List<Address> addresses = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : paths().properties()) {
      addresses.add(
          new Address(
              form(path.getKey()),
              Pattern.compile(segments(own(path.getKey()))),
              byMethod(path.getValue(), method -> method.path("requestBody").path("content")),
              byMethod(path.getValue(), Addresses::given),
              bytesByMethod(path.getValue()),
              open(path.getValue())));
    }
    return addresses;
  }

  /** The methods that ask for no role. */
  private static Set<String> open(JsonNode path) {
    Set<String> open = new TreeSet<>();
    for (String method : METHODS) {
      if (path.has(method) && path.path(method).path("security").isEmpty()) {
        open.add(method.toUpperCase(Locale.ROOT));
      }
    }
    return open;
  }

  private JsonNode paths() {
    try {
      return new ObjectMapper()
          .readTree(documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON))
          .path("paths");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Pattern form(String template) {
    String own = template.startsWith(root) ? template.substring(root.length()) : template;
    return Pattern.compile(".*" + segments(own));
  }

  private static String segments(String template) {
    return template.replaceAll("\\{[^}]*}", "[^/]+");
  }

  /** The template of the whole path. */
  private String own(String template) {
    return root + template.substring(Math.max(0, template.indexOf("/api/")));
  }

  private static Map<String, Long> bytesByMethod(JsonNode path) {
    Map<String, Long> bytes = new TreeMap<>();
    for (String method : METHODS) {
      long most = path.path(method).path(MOST_BYTES).asLong();
      if (most > 0) {
        bytes.put(method.toUpperCase(Locale.ROOT), most);
      }
    }
    return bytes;
  }

  private static JsonNode given(JsonNode method) {
    JsonNode answers = method.path("responses");
    return answers.has("200")
        ? answers.path("200").path("content")
        : answers.path("201").path("content");
  }

  private static Map<String, List<String>> byMethod(
      JsonNode path, UnaryOperator<JsonNode> content) {
    Map<String, List<String>> types = new TreeMap<>();
    for (String method : METHODS) {
      if (path.has(method)) {
        List<String> taken = new ArrayList<>();
        content.apply(path.path(method)).fieldNames().forEachRemaining(taken::add);
        types.put(method.toUpperCase(Locale.ROOT), taken);
      }
    }
    return types;
  }
}
