/** Tests that let tools of other makers read, verify and sign what the project writes. */
@NullMarked
package org.yongjun.pass.outside;

import org.jspecify.annotations.NullMarked;
