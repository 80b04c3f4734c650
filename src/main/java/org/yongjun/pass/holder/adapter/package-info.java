/** The libraries behind the holder ports: Tink seals personal data, commons-csv reads files. */
@NullMarked
package org.yongjun.pass.holder.adapter;

import org.jspecify.annotations.NullMarked;
