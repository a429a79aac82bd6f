package cn.doublerandom.gateway.handbook;

import java.util.List;

/**
 * A chapter of the handbook in one language.
 *
 * @param name as in its address, {@code registrar}
 * @param title plain text
 * @param parts in order
 * @param pictures it shows, each as {@code zh/import.png}
 * @param html what stands below the title; nothing in it but what Markdown can say
 */
public record Chapter(
    String name, String title, List<Part> parts, List<String> pictures, String html) {
  /**
   * A part that can be pointed to.
   *
   * @param id the same in both languages
   */
  public record Part(String id, String title) {}
}
