/**
 * Who is entitled: holders with their classes, home region and validity. This capability is the
 * only home of personal data; what leaves it is a tag, an id or a masked name.
 */
@NullMarked
package org.yongjun.pass.holder;

import org.jspecify.annotations.NullMarked;
