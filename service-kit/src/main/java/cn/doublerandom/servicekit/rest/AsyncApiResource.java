package cn.doublerandom.servicekit.rest;

import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the topics, for whoever reads or writes them: the AsyncAPI document and the schema
 * of each event, as the contract has them.
 */
@Path("/asyncapi")
@PermitAll
public class AsyncApiResource {
  private static final Pattern NAME = Pattern.compile("[A-Za-z]{1,60}");

  @Inject HttpHeaders headers;

  /** The document; its schemas stand below its own address. */
  @GET
  @Produces("application/yaml;charset=UTF-8")
  @Operation(hidden = true)
  public RestResponse<String> document() {
    return text("/asyncapi.yaml")
        .map(document -> document.replace("$ref: 'schemas/", "$ref: 'asyncapi/schemas/"))
        .map(document -> EntityTags.answer(document, had()))
        .orElseThrow(() -> new IllegalStateException("the contract has no AsyncAPI document"));
  }

  /** The schema of one event. */
  @GET
  @Path("/schemas/{name}.json")
  @Produces("application/schema+json;charset=UTF-8")
  @Operation(hidden = true)
  public RestResponse<String> schema(@PathParam("name") @Size(max = 60) String name) {
    return Optional.of(name)
        .filter(NAME.asMatchPredicate())
        .flatMap(event -> text("/schemas/" + event + ".json"))
        .map(schema -> EntityTags.answer(schema, had()))
        .orElseThrow(() -> new ProblemException(EdgeRejection.NOT_FOUND));
  }

  private @Nullable List<String> had() {
    return headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH);
  }

  private static Optional<String> text(String file) {
    try (InputStream in = IntegrationEvent.class.getResourceAsStream(file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
