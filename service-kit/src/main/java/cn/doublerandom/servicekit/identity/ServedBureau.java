package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.key.Bureau;

/**
 * A bureau as the register has it.
 *
 * @param isOpen whether it does anything any more; what a closed one did stays readable
 */
public record ServedBureau(Bureau bureau, boolean isOpen) {}
