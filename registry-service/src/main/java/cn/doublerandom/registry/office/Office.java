package cn.doublerandom.registry.office;

import java.util.Optional;

/**
 * An office that claims items.
 *
 * @param mandate empty until its 三定规定 is registered
 */
public record Office(Optional<OfficeMandate> mandate) {}
