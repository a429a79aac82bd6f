package cn.doublerandom.registry.application;

import cn.doublerandom.registry.inspector.InspectorDetails;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a row says of an inspector, before the name is sealed.
 *
 * @param statusFrom first day of the status; absent where the row does not say it
 */
public record ToldInspector(
    InspectorDetails details, String name, @Nullable LocalDate statusFrom) {}
