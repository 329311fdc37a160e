package io.personaagent.tools.contract;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One public type as text: its head, then its members, sorted. */
final class TypeSignature {

    private TypeSignature() {}

    /** Whether code in other packages can name the type: it and all types around it are public or protected. */
    static boolean isVisible(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return isOpen(type.getModifiers())
                && !type.isAnonymousClass()
                && !type.isLocalClass()
                && (around == null || isVisible(around));
    }

    static String of(Class<?> type) {
        return head(type)
                + "\n"
                + members(type)
                        .sorted()
                        .distinct()
                        .map(line -> "    " + line + "\n")
                        .collect(Collectors.joining());
    }

    private static String head(Class<?> type) {
        StringBuilder head = new StringBuilder(deprecation(type));
        head.append(
                modifiers(type.getModifiers() & ~Modifier.INTERFACE & (type.isInterface() ? ~Modifier.ABSTRACT : ~0)));
        head.append(type.isSealed() ? "sealed " : "")
                .append(kind(type))
                .append(' ')
                .append(type.getName());
        head.append(variables(type.getTypeParameters()));
        if (type.isRecord()) {
            head.append(Arrays.stream(type.getRecordComponents())
                    .map(TypeSignature::component)
                    .collect(Collectors.joining(", ", "(", ")")));
        }
        if (type.getSuperclass() != null
                && !List.of(Object.class, Record.class, Enum.class).contains(type.getSuperclass())) {
            head.append(" extends ").append(type.getGenericSuperclass().getTypeName());
        }
        head.append(listed(type.isInterface() ? " extends " : " implements ", type.getGenericInterfaces()));
        return head.append(type.isSealed() ? listed(" permits ", type.getPermittedSubclasses()) : "")
                .toString();
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "@interface";
        }
        if (type.isInterface()) {
            return "interface";
        }
        if (type.isRecord()) {
            return "record";
        }
        return type.isEnum() ? "enum" : "class";
    }

    private static String component(RecordComponent component) {
        return component.getGenericType().getTypeName() + " " + component.getName();
    }

    private static Stream<String> members(Class<?> type) {
        Stream<String> fields = Arrays.stream(type.getDeclaredFields())
                .filter(TypeSignature::isShown)
                .map(TypeSignature::field);
        Stream<String> constructors = Arrays.stream(type.getDeclaredConstructors())
                .filter(TypeSignature::isShown)
                .map(constructor -> deprecation(constructor) + constructor(constructor));
        Stream<String> methods = Arrays.stream(type.getDeclaredMethods())
                .filter(TypeSignature::isShown)
                .filter(method -> !method.isBridge())
                .filter(method ->
                        !(type.isEnum() && List.of("values", "valueOf").contains(method.getName())))
                .map(method -> deprecation(method) + method(method));
        return Stream.of(fields, constructors, methods).flatMap(lines -> lines);
    }

    private static String field(Field field) {
        return field.isEnumConstant()
                ? "constant " + field.getName()
                : deprecation(field)
                        + modifiers(field.getModifiers())
                        + field.getGenericType().getTypeName()
                        + " "
                        + field.getName();
    }

    private static String constructor(Constructor<?> constructor) {
        return modifiers(constructor.getModifiers()) + "new" + parameters(constructor);
    }

    private static String method(Method method) {
        String variables = variables(method.getTypeParameters());
        return (method.isDefault() ? "default " : "")
                + modifiers(method.getModifiers() & ~Modifier.SYNCHRONIZED)
                + (variables.isEmpty() ? "" : variables + " ")
                + method.getGenericReturnType().getTypeName()
                + " "
                + method.getName()
                + parameters(method)
                + (method.getDefaultValue() == null ? "" : " default " + shown(method.getDefaultValue()));
    }

    private static String parameters(Executable executable) {
        return Arrays.stream(executable.getGenericParameterTypes())
                        .map(Type::getTypeName)
                        .collect(Collectors.joining(", ", "(", ")"))
                + listed(" throws ", executable.getGenericExceptionTypes());
    }

    private static String shown(Object defaultValue) {
        return defaultValue instanceof Object[] several ? Arrays.toString(several) : defaultValue.toString();
    }

    private static String variables(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables)
                        .map(variable -> variable.getName() + bounds(variable))
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    private static String bounds(TypeVariable<?> variable) {
        String bounds =
                Arrays.stream(variable.getBounds()).map(Type::getTypeName).collect(Collectors.joining(" & "));
        return bounds.equals("java.lang.Object") ? "" : " extends " + bounds;
    }

    private static String listed(String word, Type[] types) {
        return types.length == 0
                ? ""
                : Arrays.stream(types).map(Type::getTypeName).collect(Collectors.joining(", ", word, ""));
    }

    private static String deprecation(AnnotatedElement element) {
        return element.isAnnotationPresent(Deprecated.class) ? "@Deprecated " : "";
    }

    /** How a field or method is kept inside says nothing to those who use it. */
    private static String modifiers(int modifiers) {
        String words = Modifier.toString(modifiers & ~Modifier.TRANSIENT & ~Modifier.VOLATILE & ~Modifier.NATIVE);
        return words.isEmpty() ? "" : words + " ";
    }

    private static boolean isShown(Member member) {
        return isOpen(member.getModifiers()) && !member.isSynthetic();
    }

    private static boolean isOpen(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }
}
