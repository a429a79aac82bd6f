package cn.doublerandom.servicekit.ui;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.JsonFaults;
import cn.doublerandom.servicekit.problem.PageFaults;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Requests;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Reads the forms of pages by the rules of the border that programs are read by. */
@RequestScoped
public class Forms {
  /** What a page sends. */
  public static final String FIELDS = "application/x-www-form-urlencoded";

  /** What a page sends with a file. */
  public static final String PARTS = "multipart/form-data";

  private final ObjectMapper json;
  private final Validator validator;
  private final Requests requests;
  private final HttpHeaders headers;

  @Inject
  Forms(ObjectMapper json, Validator validator, Requests requests, HttpHeaders headers) {
    this.headers = headers;
    this.json = json;
    this.validator = validator;
    this.requests = requests;
  }

  /** A form nobody has filled yet, about nothing that is there. */
  public FilledForm blank() {
    return FilledForm.empty(UUID.randomUUID().toString(), "");
  }

  /** A form nobody has filled yet, about a stream at a version. */
  public FilledForm blank(long version) {
    return FilledForm.empty(UUID.randomUUID().toString(), Long.toString(version));
  }

  /** What was sent. */
  public Form read(byte[] body) {
    return new Form(this, Fields.read(body));
  }

  /** What was sent with a file; blocks, and the file is to be deleted by who asked. */
  Form readParts(File body) {
    try (InputStream in = Files.newInputStream(body.toPath())) {
      return new Form(
          this, Parts.read(in, String.valueOf(headers.getHeaderString("Content-Type"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CommandContext context(Object request, String key, OptionalLong version) {
    return requests.contextOfForm(request, key, version);
  }

  CommandContext context(String actor, Object request, String key) {
    return requests.contextOfForm(actor, request, key);
  }

  <T> T read(Class<T> type, Map<String, List<String>> fields) {
    ObjectNode body = FormBody.of(type, fields);
    List<Problem.FieldError> faults = new ArrayList<>();
    Optional<T> read = read(type, body, faults);
    read.ifPresent(value -> validator.validate(value).forEach(found -> add(found, faults)));
    if (!faults.isEmpty() || read.isEmpty()) {
      throw new ProblemException(
          EdgeRejection.FIELD_INVALID, FormBody.inOrder(type, faults), Map.of());
    }
    return read.get();
  }

  /** A member that cannot be taken is left out, so that the others are looked at too. */
  private <T> Optional<T> read(Class<T> type, ObjectNode body, List<Problem.FieldError> faults) {
    for (int left = body.size(); left >= 0; left--) {
      try {
        return Optional.of(json.readValue(json.writeValueAsString(body), type));
      } catch (JsonProcessingException e) {
        Problem.FieldError fault = JsonFaults.fault(e);
        String field = plain(fault.field());
        faults.add(new Problem.FieldError(field, null, fault.code(), fault.text()));
        if (!without(body, field)) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static boolean without(ObjectNode body, String field) {
    int dot = field.indexOf('.');
    if (dot < 0) {
      return body.remove(field) != null;
    }
    return body.get(field.substring(0, dot)) instanceof ObjectNode inner
        && without(inner, field.substring(dot + 1));
  }

  private static void add(ConstraintViolation<?> found, List<Problem.FieldError> faults) {
    String field = plain(found.getPropertyPath().toString());
    if (faults.stream().noneMatch(fault -> fault.field().equals(field))) {
      faults.add(new Problem.FieldError(field, null, "invalid", PageFaults.text(found)));
    }
  }

  /** A list is one field. */
  private static String plain(String path) {
    return path.replaceAll("\\[[^]]*]|\\.<[^>]*>", "");
  }
}
