package cn.doublerandom.servicekit.openapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;
import org.jboss.jandex.TypeVariable;
import org.jspecify.annotations.Nullable;

/**
 * Gives each schema of a document its contract's name: what {@link SchemaName} says of the type
 * behind it, or the type's own name where it is a record of {@code rest}. A type inside that has no
 * name outside ends the build, so that renaming it never changes what a client compiled against.
 */
final class ContractNames {
  private static final Set<String> WRAPPERS =
      Set.of("Uni", "RestResponse", "Optional", "CompletionStage");
  private static final Set<String> MANY = Set.of("List", "Set", "Collection", "Multi", "RestMulti");
  private static final List<Class<?>> IN_ADDRESS =
      List.of(PathParam.class, QueryParam.class, HeaderParam.class, BeanParam.class, Context.class);

  private static final DotName SCHEMA =
      DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
  private static final DotName UNWRAPPED = DotName.createSimple(JsonUnwrapped.class);

  private static final String OURS = "cn.doublerandom.";

  /** Records that are made for the border. */
  private static final Pattern OUTSIDE =
      Pattern.compile("cn\\.doublerandom\\.(servicekit\\.problem|[a-z.]*\\.rest)\\.[A-Z].*");

  private final IndexView index;
  private final Map<String, Schema> components;
  private final Map<DotName, String> given = new LinkedHashMap<>();

  /** By the component's name as it was generated. */
  private final Map<String, Type> types = new TreeMap<>();

  ContractNames(IndexView index, OpenAPI document) {
    this.index = index;
    this.components = Schemas.orEmpty(document.getComponents().getSchemas());
    for (AnnotationInstance name : index.getAnnotationsWithRepeatable(SchemaName.class, index)) {
      given.put(name.value("of").asClass().name(), name.value("is").asString());
    }
  }

  /** Notes which types stand behind what one operation takes and answers. */
  void note(Operation operation, MethodInfo method) {
    for (APIResponse answer : operation.getResponses().getAPIResponses().values()) {
      Schemas.of(answer.getContent()).forEach(s -> note(s, method.returnType(), Map.of()));
    }
    if (operation.getRequestBody() != null) {
      method.parameters().stream()
          .filter(parameter -> IN_ADDRESS.stream().noneMatch(a -> has(parameter, a)))
          .findFirst()
          .ifPresent(body ->
              Schemas.of(operation.getRequestBody().getContent())
                  .forEach(s -> note(s, body.type(), Map.of())));
    }
    if (operation.getParameters() != null) {
      operation.getParameters().forEach(parameter -> note(parameter, method));
    }
  }

  private static boolean has(MethodParameterInfo parameter, Class<?> annotation) {
    return parameter.annotations().stream()
        .anyMatch(a -> a.name().toString().equals(annotation.getName()));
  }

  private void note(Parameter parameter, MethodInfo method) {
    for (MethodParameterInfo declared : method.parameters()) {
      boolean isIt =
          declared.annotations().stream()
              .anyMatch(a ->
                  a.value() != null
                      && a.value().kind() == org.jboss.jandex.AnnotationValue.Kind.STRING
                      && a.value().asString().equals(parameter.getName()));
      if (isIt && parameter.getSchema() != null) {
        note(parameter.getSchema(), declared.type(), Map.of());
      }
    }
  }

  private void note(Schema schema, Type type, Map<String, Type> variables) {
    Type known =
        type instanceof TypeVariable variable
            ? variables.getOrDefault(variable.identifier(), type)
            : type;
    String simple = known.name().withoutPackagePrefix();
    if (known instanceof ParameterizedType generic && WRAPPERS.contains(simple)) {
      note(schema, generic.arguments().getFirst(), variables);
      return;
    }
    String component = Schemas.component(schema);
    if (component == null) {
      parts(schema, known, variables);
    } else if (types.putIfAbsent(component, known) == null) {
      parts(Objects.requireNonNull(components.get(component), component), known, variables);
    }
  }

  private void parts(Schema schema, Type type, Map<String, Type> variables) {
    String simple = type.name().withoutPackagePrefix();
    if (type.kind() == Type.Kind.ARRAY && schema.getItems() != null) {
      note(schema.getItems(), type.asArrayType().elementType(), variables);
    } else if (type instanceof ParameterizedType generic && MANY.contains(simple)) {
      Schema item = schema.getItems() == null ? schema : schema.getItems();
      note(item, generic.arguments().getFirst(), variables);
    } else if (type instanceof ParameterizedType generic && simple.equals("Map")) {
      if (schema.getAdditionalPropertiesSchema() != null) {
        note(schema.getAdditionalPropertiesSchema(), generic.arguments().get(1), variables);
      }
    } else {
      members(schema, type, variables);
    }
  }

  private void members(Schema schema, Type type, Map<String, Type> outer) {
    ClassInfo record = index.getClassByName(type.name());
    if (record == null) {
      return;
    }
    Map<String, Type> variables = new LinkedHashMap<>();
    if (type instanceof ParameterizedType generic) {
      for (int i = 0; i < generic.arguments().size(); i++) {
        Type argument = generic.arguments().get(i);
        variables.put(
            record.typeParameters().get(i).identifier(),
            argument instanceof TypeVariable v
                ? outer.getOrDefault(v.identifier(), argument)
                : argument);
      }
    }
    states(schema, record);
    Schemas.orEmpty(schema.getProperties())
        .forEach(
            (name, member) -> member(record, name).ifPresent(its -> note(member, its, variables)));
  }

  /** The records one of which a sealed type is, in the order its annotation names them. */
  private void states(Schema schema, ClassInfo sealed) {
    AnnotationInstance said = sealed.declaredAnnotation(SCHEMA);
    if (said != null && said.value("anyOf") != null && schema.getAnyOf() != null) {
      Type[] states = said.value("anyOf").asClassArray();
      for (int i = 0; i < states.length; i++) {
        note(schema.getAnyOf().get(i), states[i], Map.of());
      }
    }
  }

  /** A member's type, also where the record has it of one that is written out in its place. */
  private Optional<Type> member(ClassInfo record, String name) {
    FieldInfo field = record.field(name);
    if (field != null && !isUnwrapped(field)) {
      return Optional.of(field.type());
    }
    return record.fields().stream()
        .filter(ContractNames::isUnwrapped)
        .map(part -> index.getClassByName(part.type().name()))
        .filter(Objects::nonNull)
        .flatMap(part -> member(part, name).stream())
        .findFirst();
  }

  private static boolean isUnwrapped(FieldInfo field) {
    return field.hasAnnotation(UNWRAPPED);
  }

  /** Renames what was noted; what nothing refers to any more is left out. */
  void apply(OpenAPI document) {
    Map<String, String> names = new TreeMap<>();
    var faults = new TreeSet<String>();
    types.forEach((component, type) -> names.put(component, name(type, faults)));
    Map<String, Schema> renamed = new TreeMap<>();
    names.forEach((component, name) -> {
      Schema before = renamed.put(name, Objects.requireNonNull(components.get(component)));
      if (before != null && !isOfTheMachine(types.get(component))) {
        faults.add("two schemas are called " + name);
      }
    });
    if (!faults.isEmpty()) {
      throw new IllegalStateException("OpenAPI: " + faults);
    }
    Schemas.each(
        document,
        schema -> {
          String component = schema.getRef() == null ? null : Schemas.component(schema);
          if (component != null && names.containsKey(component)) {
            refer(schema, component, names.get(component));
          }
        });
    types.forEach((component, type) -> {
      if (isOfTheMachine(type)) {
        renamed.remove(names.get(component));
      }
    });
    document.getComponents().setSchemas(renamed);
  }

  /** What the language has is written out; only what is ours is referred to. */
  private void refer(Schema schema, String component, String name) {
    if (isOfTheMachine(types.get(component))) {
      Schema meant = Objects.requireNonNull(components.get(component));
      schema.setRef(null);
      schema.setType(meant.getType());
      schema.setFormat(meant.getFormat());
    } else {
      schema.setRef(Schemas.reference(name));
    }
  }

  private static boolean isOfTheMachine(@Nullable Type type) {
    return type != null && !type.name().toString().startsWith(OURS);
  }

  private String name(Type type, Set<String> faults) {
    String own = own(type, faults);
    if (type instanceof ParameterizedType generic && !isOfTheMachine(type)) {
      return own + name(generic.arguments().getFirst(), faults);
    }
    return own;
  }

  private String own(Type type, Set<String> faults) {
    DotName name = type.name();
    String inside = name.toString();
    String simple = inside.replaceAll(".*[.$]", "");
    String outside = given.get(name);
    if (outside != null) {
      return outside;
    } else if (!isOfTheMachine(type) && !OUTSIDE.matcher(inside).matches()) {
      faults.add(inside + " has no name in the contract (@SchemaName)");
    }
    return simple;
  }
}
