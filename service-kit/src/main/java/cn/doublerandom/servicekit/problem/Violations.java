package cn.doublerandom.servicekit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;

/**
 * What of a request is not as its method asks, named as the caller knows it: the member of the
 * body, the parameter of the address, or the body itself with the members it has.
 */
final class Violations {
  private static final String BODY = "body";

  private Violations() {}

  /**
   * @param method of the resource the request went to
   */
  static Problem.FieldError error(ConstraintViolation<?> violation, Method method) {
    List<Path.Node> nodes = new ArrayList<>();
    violation.getPropertyPath().forEach(nodes::add);
    List<String> members = new ArrayList<>();
    int index = -1;
    for (Path.Node node : nodes) {
      if (node.getKind() == ElementKind.PARAMETER) {
        index = node.as(Path.ParameterNode.class).getParameterIndex();
      } else if (node.getKind() != ElementKind.METHOD
          && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
        // An element of a list is named by the place the member before it says.
        members.add(node.toString());
      }
    }
    if (!members.isEmpty()) {
      return said(String.join(".", members), PageFaults.text(violation));
    }
    if (index < 0 || index >= method.getParameterCount()) {
      return said(BODY, PageFaults.text(violation));
    }
    Parameter parameter = method.getParameters()[index];
    String name = name(parameter);
    return name.isEmpty()
        ? said(BODY, PageFaults.text(violation) + expected(parameter.getType()))
        : said(name, PageFaults.text(violation));
  }

  private static Problem.FieldError said(String field, String text) {
    return new Problem.FieldError(field, null, "invalid", text);
  }

  /** As the caller writes it; empty for the body. */
  private static String name(Parameter parameter) {
    QueryParam query = parameter.getAnnotation(QueryParam.class);
    PathParam path = parameter.getAnnotation(PathParam.class);
    HeaderParam header = parameter.getAnnotation(HeaderParam.class);
    RestForm form = parameter.getAnnotation(RestForm.class);
    if (query != null) {
      return query.value();
    } else if (path != null) {
      return path.value();
    } else if (header != null) {
      return header.value();
    }
    return form == null ? "" : form.value();
  }

  private static String expected(Class<?> type) {
    return type.isRecord()
        ? "请求内容应为 JSON 对象，成员有："
            + Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.joining("、"))
            + "。"
        : "请求应带有内容。";
  }
}
