package cn.doublerandom.servicekit.openapi;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.servicekit.identity.PublicBureau;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/**
 * Completes the document of a service while it is built: every status an operation can answer, the
 * problem document, headers, who may call it, and names that are the contract's and not ours.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ContractDocument implements OASFilter {
  private static final Set<PathItem.HttpMethod> READING = Set.of(PathItem.HttpMethod.GET);

  /** The annotation, not the model of the same name. */
  private static final Class<? extends Annotation> NAMING =
      org.eclipse.microprofile.openapi.annotations.Operation.class;

  private final IndexView index;
  private final Set<String> statuses = new TreeSet<>();
  private final Set<String> parameters = new TreeSet<>();
  private final Set<String> headers = new TreeSet<>();

  /** The index is of the service that is built. */
  public ContractDocument(IndexView index) {
    this.index = index;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    Map<String, ClassInfo> resources = resources();
    var names = new ContractNames(index, document);
    document
        .getPaths()
        .getPathItems()
        .forEach((path, item) ->
            item.getOperations()
                .forEach((verb, operation) -> {
                  MethodInfo method = method(operation, resources);
                  names.note(operation, method);
                  security(operation, method);
                  if (READING.contains(verb) && isPublic(operation)) {
                    operation.addParameter(bureau());
                  }
                  answers(path, verb, operation, method);
                  if (operation.getOperationId().contains("_")) {
                    operation.setOperationId(id(method));
                  }
                }));
    names.apply(document);
    ProblemAnswers.describe(document.getComponents(), statuses, parameters, headers);
    document.setServers(List.of(OASFactory.createServer().url("/").description("同一地址下的网关，或服务本身")));
  }

  private static boolean isPublic(Operation operation) {
    return operation.getSecurity() != null && operation.getSecurity().isEmpty();
  }

  /** Where several bureaus are served the public reads of one, or of all where that is a list. */
  private static Parameter bureau() {
    return OASFactory.createParameter()
        .name(PublicBureau.PARAMETER)
        .in(Parameter.In.QUERY)
        .description("key of a bureau, where several are served; an id says it by itself")
        .schema(
            OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.STRING))
                .pattern("^" + BureauKey.PATTERN + "$"));
  }

  private Map<String, ClassInfo> resources() {
    Map<String, ClassInfo> resources = new HashMap<>();
    for (AnnotationInstance path : index.getAnnotations(Path.class)) {
      if (path.target().kind() == org.jboss.jandex.AnnotationTarget.Kind.CLASS) {
        ClassInfo resource = path.target().asClass();
        resources.put(resource.simpleName(), resource);
      }
    }
    return resources;
  }

  /** The scanner called the operation by class and method. */
  private MethodInfo method(Operation operation, Map<String, ClassInfo> resources) {
    if (!operation.getOperationId().contains("_")) {
      return named(operation.getOperationId());
    }
    String[] name = operation.getOperationId().split("_", 2);
    ClassInfo resource = resources.get(name[0]);
    List<MethodInfo> found =
        resource == null
            ? List.of()
            : resource.methods().stream()
                .filter(m -> m.name().equals(name[1]) && m.annotations().size() > 0)
                .filter(m -> m.annotations().stream().anyMatch(ContractDocument::isVerb))
                .toList();
    if (found.size() != 1) {
      throw new IllegalStateException(
          "OpenAPI: %d operations are called %s"
              .formatted(found.size(), operation.getOperationId()));
    }
    return found.getFirst();
  }

  /** An operation that moved to another resource names the id clients know it by. */
  private MethodInfo named(String id) {
    return index.getAnnotations(NAMING).stream()
        .filter(a -> a.value("operationId") != null)
        .filter(a -> a.value("operationId").asString().equals(id))
        .map(a -> a.target().asMethod())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("OpenAPI: no operation is called " + id));
  }

  private static boolean isVerb(AnnotationInstance annotation) {
    return annotation.name().toString().matches("jakarta\\.ws\\.rs\\.(GET|PUT|POST|DELETE|PATCH)");
  }

  /** {@code PlanCheckResource.simulate} is {@code planCheckSimulate} outside. */
  private static String id(MethodInfo method) {
    String resource = method.declaringClass().simpleName().replaceFirst("(Resource|Pages?)$", "");
    return Character.toLowerCase(resource.charAt(0))
        + resource.substring(1)
        + Character.toUpperCase(method.name().charAt(0))
        + method.name().substring(1);
  }

  private void answers(
      String path, PathItem.HttpMethod verb, Operation operation, MethodInfo method) {
    APIResponses answers = operation.getResponses();
    boolean reads = READING.contains(verb);
    List<String> possible = new ArrayList<>(List.of("400", "406", "414", "429", "500", "503"));
    if (!reads || path.contains("{")) {
      possible.add("404");
    }
    if (!reads) {
      possible.addAll(List.of("409", "422"));
    } else if (isAsked(operation)) {
      possible.addAll(List.of("404", "422"));
    }
    if (reads && isPublic(operation)) {
      // Who is signed in for another bureau than he names is told so.
      possible.add("403");
    }
    if (operation.getRequestBody() != null) {
      possible.addAll(List.of("408", "411", "413", "415"));
    }
    if (annotation(method, RolesAllowed.class) != null) {
      possible.addAll(List.of("401", "403"));
    }
    possible.addAll(conditions(operation, method));
    AnnotationInstance own = method.declaredAnnotation(Refuses.class);
    if (own != null) {
      for (int status : own.value().asIntArray()) {
        possible.add(Integer.toString(status));
      }
    }
    declared(answers, method, reads);
    if (method.hasDeclaredAnnotation(Revalidated.class)) {
      take(operation, ProblemAnswers.NONE_MATCH);
      answers.addAPIResponse("304", ProblemAnswers.known());
    }
    possible.addAll(
        answers.getAPIResponses().keySet().stream().filter(ProblemAnswers::knows).toList());
    possible.forEach(status -> answers.addAPIResponse(status, ProblemAnswers.reference(status)));
    statuses.addAll(possible);
  }

  /** The headers a command reads, and what it answers where they do not fit. */
  private List<String> conditions(Operation operation, MethodInfo method) {
    if (method.hasDeclaredAnnotation(Approves.class)) {
      take(operation, ProblemAnswers.KEY);
      take(operation, ProblemAnswers.NAMED);
      operation.addExtension(
          "x-read-at", method.declaredAnnotation(Approves.class).value("read").asString());
      return List.of("412", "428");
    } else if (method.hasDeclaredAnnotation(ApprovesBatch.class)) {
      take(operation, ProblemAnswers.KEY);
      operation.addExtension("x-named-by", "batch");
      return List.of();
    } else if (method.hasDeclaredAnnotation(Conditional.class)) {
      take(operation, ProblemAnswers.KEY);
      take(operation, ProblemAnswers.MATCH);
      return List.of("412");
    }
    return List.of();
  }

  /** Whether there is more to say than which page of a list. */
  private static boolean isAsked(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream()
            .anyMatch(parameter -> !List.of("after", "limit").contains(parameter.getName()));
  }

  private void take(Operation operation, String parameter) {
    operation.addParameter(ProblemAnswers.parameter(parameter));
    parameters.add(parameter);
  }

  /** The answer of success, with its status and headers. */
  private void declared(APIResponses answers, MethodInfo method, boolean reads) {
    APIResponse ok = answers.getAPIResponse("200");
    if (ok == null) {
      return;
    }
    AnnotationInstance creates = method.declaredAnnotation(Creates.class);
    if (method.hasDeclaredAnnotation(Versioned.class)) {
      tell(ok, "ETag", ProblemAnswers.ETAG);
    } else if (method.hasDeclaredAnnotation(Revalidated.class)) {
      tell(ok, "ETag", ProblemAnswers.READ_TAG);
    }
    if (reads) {
      tell(ok, "X-As-Of-Seq", ProblemAnswers.AS_OF);
    }
    if (method.hasDeclaredAnnotation(MayTakeLong.class)) {
      answers.addAPIResponse("202", ProblemAnswers.underWay());
    }
    if (creates != null) {
      answers.addAPIResponse("201", created(ok));
      if (creates.valueWithDefault(index, "always").asBoolean()) {
        answers.removeAPIResponse("200");
      }
    }
  }

  private static APIResponse created(APIResponse ok) {
    return OASFactory.createAPIResponse()
        .description("Created")
        .headers(ok.getHeaders())
        .content(ok.getContent());
  }

  private void tell(APIResponse answer, String header, String component) {
    answer.addHeader(header, ProblemAnswers.header(component));
    headers.add(component);
  }

  /** An empty list of requirements says that anybody may. */
  private static void security(Operation operation, MethodInfo method) {
    AnnotationInstance roles = annotation(method, RolesAllowed.class);
    SecurityRequirement requirement = OASFactory.createSecurityRequirement();
    if (roles != null) {
      requirement.addScheme(ProblemAnswers.SECURITY, List.of(roles.value().asStringArray()));
      operation.setSecurity(List.of(requirement));
    } else if (annotation(method, PermitAll.class) != null) {
      operation.setSecurity(List.of());
    }
  }

  /** Of the method, or else of its class where the method says nothing of its own. */
  private static @Nullable AnnotationInstance annotation(
      MethodInfo method, Class<? extends java.lang.annotation.Annotation> kind) {
    boolean own =
        method.hasDeclaredAnnotation(RolesAllowed.class)
            || method.hasDeclaredAnnotation(PermitAll.class);
    return own ? method.declaredAnnotation(kind) : method.declaringClass().declaredAnnotation(kind);
  }
}
