#include "text/code_points.h"

#include <gtest/gtest.h>
