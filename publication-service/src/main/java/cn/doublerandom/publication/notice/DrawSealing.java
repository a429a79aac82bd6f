package cn.doublerandom.publication.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is public of a sealed draw.
 *
 * @param hash 64 hex digits; binds the result
 * @param drawn how many were
 * @param openBy UTC; not opened by then is a violation
 * @param openedOn since when everybody may see who was drawn; absent before
 */
public record DrawSealing(String hash, long drawn, String openBy, @Nullable LocalDate openedOn) {
  DrawSealing opened(LocalDate on) {
    return new DrawSealing(hash, drawn, openBy, on);
  }
}
